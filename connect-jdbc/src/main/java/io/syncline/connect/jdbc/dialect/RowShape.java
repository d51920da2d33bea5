package io.syncline.connect.jdbc.dialect;

import io.syncline.connect.jdbc.table.TableId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Columns that a write touches, by role.
 *
 * @param others what is not key, the version column included
 * @param version the column that guards a row against older versions
 */
public record RowShape(
    TableId table, List<String> keys, List<String> others, Optional<String> version) {
  public RowShape {
    keys = List.copyOf(keys);
    others = List.copyOf(others);
  }

  public List<String> columns() {
    return Stream.concat(keys.stream(), others.stream()).toList();
  }
}
