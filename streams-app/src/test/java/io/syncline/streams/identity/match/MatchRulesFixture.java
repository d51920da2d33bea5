package io.syncline.streams.identity.match;

import io.syncline.schemas.Coordinates;
import io.syncline.schemas.CustomerFields;
import io.syncline.schemas.Entity;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.TrustedRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Rules from text, and records to ask them about. */
final class MatchRulesFixture {

  static {
    TrustedRecords.register();
  }

  private MatchRulesFixture() {}

  static MatchRules rules(Path folder, String text) {
    try {
      return MatchRules.load(Files.writeString(folder.resolve("match.yaml"), text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One rule `r` over attributes `a`, `b` and `c`, which are values as they stand. */
  static MatchRules ofRule(Path folder, String rule) {
    return rules(
        folder,
        """
        customer:
          normalise:
            a: attributes.a
            b: attributes.b
            c: attributes.c
          rules:
            r:
        %s"""
            .formatted(rule.indent(6)));
  }

  /** A customer with these attributes: names and values in turn; no value where there is none. */
  static MappedRecord customer(String... attributes) {
    var values = new TreeMap<String, String>();
    for (var at = 0; at < attributes.length; at += 2) {
      values.put(attributes[at], attributes[at + 1]);
    }
    return record(CustomerFields.newBuilder().setAttributes(Map.copyOf(values)).build());
  }

  static MappedRecord record(Object fields) {
    return MappedRecord.newBuilder()
        .setSource(Entity.CUSTOMER.of("north", "1"))
        .setVersion(1)
        .setCoordinates(new Coordinates("crm.north.customers", 0, 0L))
        .setFields(fields)
        .build();
  }

  static Features features(String... values) {
    var map = new TreeMap<String, String>();
    for (var at = 0; at < values.length; at += 2) {
      map.put(values[at], values[at + 1]);
    }
    map.put(Features.ENTITY, Entity.CUSTOMER.word());
    return new Features(map);
  }
}
