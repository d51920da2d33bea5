package io.syncline.connect.jdbc.table;

import java.util.List;
import java.util.Optional;

/**
 * Table as the database describes it.
 *
 * @param columns in the table's order
 * @param primaryKey column names in the key's order, empty when the table has none
 */
public record TableDefinition(TableId id, List<Column> columns, List<String> primaryKey) {
  public TableDefinition {
    columns = List.copyOf(columns);
    primaryKey = List.copyOf(primaryKey);
  }

  /** The column of that name; failing that, the only one that differs in case alone. */
  public Optional<Column> column(String name) {
    var exact = columns.stream().filter(column -> column.name().equals(name)).findFirst();
    if (exact.isPresent()) {
      return exact;
    }
    var alike = columns.stream().filter(column -> column.name().equalsIgnoreCase(name)).toList();
    return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
  }
}
