package io.syncline.streams.inspection.history;

import io.syncline.schemas.OrderLine;
import io.syncline.streams.survivorship.Values;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The fields of a canonical record as text, by the names that provenance has for them. */
final class FlatRecord {

  /** What is not of the record itself, but about it. */
  private static final Set<String> ABOUT =
      Set.of("id", "version", "updated_at", "source", "sources", "provenance", "warnings");

  private FlatRecord() {}

  static SortedMap<String, String> of(SpecificRecord record) {
    var fields = new TreeMap<String, String>();
    for (var field : record.getSchema().getFields()) {
      if (!ABOUT.contains(field.name())) {
        put(fields, field.name(), record.get(field.pos()));
      }
    }
    return fields;
  }

  private static void put(Map<String, String> fields, String name, @Nullable Object value) {
    if (value instanceof Map<?, ?> attributes) {
      attributes.forEach((key, attribute) -> put(fields, name + "." + key, attribute));
    } else if (value instanceof Iterable<?> lines) {
      lines.forEach(line -> putLine(fields, name, (OrderLine) line));
    } else if (value != null) {
      fields.put(name, Values.text(value));
    }
  }

  private static void putLine(Map<String, String> fields, String name, OrderLine line) {
    for (var field : line.getSchema().getFields()) {
      if (!field.name().equals("line")) {
        put(
            fields,
            "%s[%s].%s".formatted(name, line.getLine(), field.name()),
            line.get(field.pos()));
      }
    }
  }
}
