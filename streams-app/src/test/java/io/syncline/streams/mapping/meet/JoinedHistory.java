package io.syncline.streams.mapping.meet;

import io.syncline.schemas.AvroSerdes;
import io.syncline.streams.mapping.Mappings;
import io.syncline.streams.mapping.join.JoinedEntity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Random histories of people, their mails and the firms that they name. */
final class JoinedHistory {

  /** A version of a row; without a value it is a deletion. */
  record Version(String table, String key, long version, Optional<GenericRecord> value) {

    Object column(String name) {
      return value.orElseThrow().get(name);
    }
  }

  private static final Schema PEOPLE =
      SchemaBuilder.record("people")
          .fields()
          .requiredString("name")
          .optionalLong("firm")
          .endRecord();
  private static final Schema MAILS =
      SchemaBuilder.record("mails")
          .fields()
          .optionalLong("person")
          .requiredString("mail")
          .endRecord();
  private static final Schema FIRMS =
      SchemaBuilder.record("firms").fields().requiredString("title").endRecord();

  private static final AvroSerdes SERDES = new AvroSerdes("mock://joins");

  private JoinedHistory() {}

  /** The entities of a mapping that join rows. */
  static List<JoinedEntity> entities(String mapping) {
    try {
      var file = Files.createTempFile("mapping", ".yaml");
      try {
        return Mappings.load(List.of(Files.writeString(file, mapping))).joined();
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As many versions of rows, in the order of the source. */
  static List<Version> of(Random random, int versions) {
    var history = new ArrayList<Version>();
    for (var version = 1L; version <= versions; version++) {
      var table = List.of("people", "mails", "firms").get(random.nextInt(3));
      var key = String.valueOf(1 + random.nextInt(3));
      var value =
          random.nextInt(5) == 0
              ? Optional.<GenericRecord>empty()
              : Optional.of(row(table, version, random));
      history.add(new Version(table, key, version, value));
    }
    return history;
  }

  private static GenericRecord row(String table, long version, Random random) {
    var reference = random.nextInt(6) == 0 ? null : (Long) (1L + random.nextInt(3));
    return switch (table) {
      case "people" -> record(PEOPLE, "name", "p" + version, "firm", reference);
      case "mails" -> record(MAILS, "mail", "m" + version, "person", reference);
      default -> firm("f" + version);
    };
  }

  private static GenericRecord record(
      Schema schema, String column, Object value, String other, Object reference) {
    var record = new GenericData.Record(schema);
    record.put(column, value);
    record.put(other, reference);
    return record;
  }

  /** Where nothing has arrived yet. */
  static MeetNetwork network(List<JoinedEntity> entities, Random random) {
    return new MeetNetwork(random, SERDES, entities);
  }

  static GenericRecord person(String name, long firm) {
    return record(PEOPLE, "name", name, "firm", firm);
  }

  static GenericRecord firm(String title) {
    return record(FIRMS, "title", title, "title", title);
  }

  /** What has become of a history whose rows and messages arrived by chance. */
  static MeetNetwork arrived(List<Version> history, List<JoinedEntity> entities, Random random) {
    var network = network(entities, random);
    var arriving = new ArrayList<>(history);
    if (random.nextBoolean()) {
      Collections.shuffle(arriving, random);
    }
    while (!arriving.isEmpty() || !network.atRest()) {
      if (network.atRest() || !arriving.isEmpty() && random.nextBoolean()) {
        var next = arriving.remove(0);
        network.row("acme", next.table(), next.key(), next.version(), next.value());
      } else {
        network.deliverOne();
      }
    }
    return network;
  }

  /** The last version of each row that is there, by table and key. */
  static Map<String, Map<String, Version>> lastOf(List<Version> history) {
    Map<String, Map<String, Version>> tables = new HashMap<>();
    for (var version : history) {
      tables.computeIfAbsent(version.table(), table -> new TreeMap<>()).put(version.key(), version);
    }
    tables.values().forEach(rows -> rows.values().removeIf(row -> row.value().isEmpty()));
    return tables;
  }
}
