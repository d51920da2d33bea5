package io.syncline.connect.jdbc.source.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;

/**
 * Place in a table's order: the last row that was read.
 *
 * @param values of the ordering columns, the timestamp first
 */
record Cursor(List<String> values) {
  private static final String TIMESTAMP = "timestamp";
  private static final String KEY = "key.";

  Cursor {
    values = List.copyOf(values);
  }

  /** As Connect stores it. */
  Map<String, String> toOffset(List<CursorColumn> columns) {
    var offset = new LinkedHashMap<String, String>();
    for (var i = 0; i < columns.size(); i++) {
      offset.put(name(i, columns), values.get(i));
    }
    return offset;
  }

  static Cursor fromOffset(Map<String, ?> offset, List<CursorColumn> columns) {
    var values = new ArrayList<String>();
    for (var i = 0; i < columns.size(); i++) {
      if (!(offset.get(name(i, columns)) instanceof String value)) {
        throw new ConfigException(
            ("The stored offset has no %s: timestamp or incrementing column, or the primary key, was"
                    + " changed. Change it back, or reset the connector's offsets"
                    + " (DELETE /connectors/<name>/offsets) to read the table again.")
                .formatted(name(i, columns)));
      }
      values.add(value);
    }
    return new Cursor(values);
  }

  private static String name(int index, List<CursorColumn> columns) {
    return index == 0 ? TIMESTAMP : KEY + columns.get(index).name();
  }
}
