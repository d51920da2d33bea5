package io.syncline.streams.source;

import java.util.stream.Collectors;
import org.apache.avro.generic.IndexedRecord;

/** Text form of a primary key. */
final class RowKey {

  private RowKey() {}

  /** The key's columns in order, joined by commas; a comma within one is escaped by a backslash. */
  static String text(Object key) {
    if (key instanceof IndexedRecord record) {
      return record.getSchema().getFields().stream()
          .map(field -> escape(String.valueOf(record.get(field.pos()))))
          .collect(Collectors.joining(","));
    }
    return key.toString();
  }

  private static String escape(String part) {
    return part.replace("\\", "\\\\").replace(",", "\\,");
  }
}
