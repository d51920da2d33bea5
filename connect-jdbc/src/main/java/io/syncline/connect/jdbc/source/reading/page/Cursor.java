package io.syncline.connect.jdbc.source.reading.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;

/**
 * Place in a table's order: the last row that was read.
 *
 * @param values of the ordering columns
 */
public record Cursor(List<String> values) {
  private static final String TIMESTAMP = "timestamp";
  private static final String KEY = "key.";

  public Cursor {
    values = List.copyOf(values);
  }

  /** As Connect stores it. */
  public Map<String, String> toOffset(List<CursorColumn> columns) {
    var offset = new LinkedHashMap<String, String>();
    for (var i = 0; i < columns.size(); i++) {
      offset.put(name(i, columns), values.get(i));
    }
    return offset;
  }

  /**
   * @return empty when the offset has no place in it
   */
  public static Optional<Cursor> fromOffset(Map<String, ?> offset, List<CursorColumn> columns) {
    if (offset.isEmpty()) {
      return Optional.empty();
    }
    var values = new ArrayList<String>();
    for (var i = 0; i < columns.size(); i++) {
      if (!(offset.get(name(i, columns)) instanceof String value)) {
        throw new ConfigException(
            ("The stored offset has no %s: mode, timestamp or incrementing column, or the primary"
                    + " key, was changed. Change it back, or reset the connector's offsets"
                    + " (DELETE /connectors/<name>/offsets) to read the table again.")
                .formatted(name(i, columns)));
      }
      values.add(value);
    }
    return Optional.of(new Cursor(values));
  }

  private static String name(int index, List<CursorColumn> columns) {
    var column = columns.get(index);
    return index == 0 && column.column().type().isTimestamp() ? TIMESTAMP : KEY + column.name();
  }
}
