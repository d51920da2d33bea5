package io.syncline.streams.source;

import io.syncline.schemas.AvroReader.Decoded;
import io.syncline.schemas.AvroValues;
import io.syncline.schemas.KeyText;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/** Text form of a primary key. */
final class RowKey {

  private RowKey() {}

  /**
   * The key's columns in order, joined by commas; a comma within one of several is escaped by a
   * backslash. Empty when the key, or a part of it, is null or has no text.
   */
  static Optional<String> text(Decoded key) {
    try {
      return key.value() instanceof IndexedRecord record
          ? parts(record)
          : Optional.ofNullable(key.value()).map(value -> part(key.schema(), value));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> parts(IndexedRecord record) {
    var fields = record.getSchema().getFields();
    if (fields.isEmpty() || fields.stream().anyMatch(field -> record.get(field.pos()) == null)) {
      return Optional.empty();
    }
    return Optional.of(
        KeyText.of(
            fields.stream().map(field -> part(field.schema(), record.get(field.pos()))).toList()));
  }

  private static String part(Schema schema, Object value) {
    return AvroValues.text(AvroValues.plain(schema, value));
  }
}
