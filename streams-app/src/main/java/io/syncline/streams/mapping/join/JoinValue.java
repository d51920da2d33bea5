package io.syncline.streams.mapping.join;

import io.syncline.schemas.AvroValues;
import io.syncline.schemas.KeyText;
import java.util.List;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;

/**
 * What two rows must have in common to be joined.
 *
 * @param columns the columns that hold it; none where it is the primary key
 */
public record JoinValue(List<String> columns) {

  /** The primary key of a row. */
  static final JoinValue PRIMARY_KEY = new JoinValue(List.of());

  public JoinValue {
    columns = List.copyOf(columns);
  }

  /**
   * The value as text; empty when a column of it is null, is not there, or has no text: whoever
   * reads the row says so.
   *
   * @param key primary key of the row as text
   */
  public Optional<String> of(String key, GenericRecord row) {
    if (columns.isEmpty()) {
      return Optional.of(key);
    }
    var texts = columns.stream().flatMap(column -> text(row, column).stream()).toList();
    return texts.size() == columns.size() ? Optional.of(KeyText.of(texts)) : Optional.empty();
  }

  private static Optional<String> text(GenericRecord row, String column) {
    try {
      return Optional.ofNullable(row.getSchema().getField(column))
          .filter(field -> row.get(field.pos()) != null)
          .map(field -> AvroValues.plain(field.schema(), row.get(field.pos())))
          .map(AvroValues::text);
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }
}
