package io.syncline.streams.mapping.expression;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What expressions may name: the columns of a table, and the tables that are joined to it.
 *
 * @param joined the joined tables, by the name of the join
 */
public record Scope(Table table, Map<String, JoinedTable> joined) {

  /**
   * A table that is joined.
   *
   * @param many whether all its rows are meant, as a list, rather than one
   */
  public record JoinedTable(Table table, boolean many) {}

  public Scope {
    joined = Map.copyOf(joined);
  }

  /** The columns of one table alone. */
  public static Scope of(Table table) {
    return new Scope(table, Map.of());
  }

  /** The name of a column of a joined row. */
  public static String column(String join, String column) {
    return join + "." + column;
  }

  /** Every column that has one value: those of the table, and those of the one row of a join. */
  Map<String, ColumnType> columns() {
    var columns = new LinkedHashMap<>(table.columns());
    joined.forEach(
        (join, other) -> {
          if (!other.many()) {
            other.table().columns().forEach((name, type) -> columns.put(column(join, name), type));
          }
        });
    return columns;
  }

  /** Every name that an expression can begin with. */
  Set<String> names() {
    var names = new TreeSet<>(table.columns().keySet());
    names.addAll(joined.keySet());
    return names;
  }
}
