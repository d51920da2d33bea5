package io.syncline.connect.jdbc.source.reading;

import io.syncline.connect.jdbc.dialect.Dialect;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Query for the next page of rows in the order of some columns.
 *
 * <p>Instead of an offset, which would skip rows when earlier ones go away, a page starts behind
 * the last row of the page before: {@code (a, b) > (x, y)}, written as {@code a >= x AND (a > x OR
 * (a = x AND b > y))} because not every database can use an index for the short form. The first
 * column's bound keeps pages below the horizon. Cost: one index range per page, where an index on
 * the columns exists.
 */
final class Keyset {
  private final Dialect dialect;
  private final TableId table;
  private final List<String> selected;
  private final List<CursorColumn> order;

  /**
   * @param selected what to ask for, quoted: the mapping's selection
   */
  Keyset(Dialect dialect, TableId table, List<String> selected, List<CursorColumn> order) {
    this.dialect = dialect;
    this.table = table;
    this.selected = selected;
    this.order = order;
  }

  /**
   * @param below exclusive bound of the first column
   */
  PreparedStatement prepare(Connection connection, Object below, Optional<Cursor> after, int rows)
      throws SQLException {
    var statement = connection.prepareStatement(sql(after.isPresent(), rows));
    var parameters = new ArrayList<>(List.of(below));
    after.ifPresent(cursor -> addParameters(cursor, parameters));
    for (var i = 0; i < parameters.size(); i++) {
      statement.setObject(i + 1, parameters.get(i));
    }
    return statement;
  }

  String sql(boolean after, int rows) {
    return "SELECT "
        + String.join(", ", selected)
        + " FROM "
        + dialect.quote(table)
        + " WHERE "
        + name(0)
        + " < ?"
        + (after ? " AND " + behindCursor() : "")
        + " ORDER BY "
        + order.stream().map(each -> dialect.quote(each.name())).collect(Collectors.joining(", "))
        + " LIMIT "
        + rows;
  }

  private String behindCursor() {
    var alternatives = new ArrayList<String>();
    for (var last = 0; last < order.size(); last++) {
      var terms = new ArrayList<String>();
      for (var i = 0; i < last; i++) {
        terms.add(name(i) + " = ?");
      }
      terms.add(name(last) + " > ?");
      alternatives.add("(" + String.join(" AND ", terms) + ")");
    }
    return name(0) + " >= ? AND (" + String.join(" OR ", alternatives) + ")";
  }

  private void addParameters(Cursor cursor, List<Object> parameters) {
    var values = new ArrayList<>();
    for (var i = 0; i < order.size(); i++) {
      values.add(order.get(i).parameter(cursor.values().get(i)));
    }
    parameters.add(values.get(0));
    for (var last = 0; last < order.size(); last++) {
      parameters.addAll(values.subList(0, last + 1));
    }
  }

  private String name(int index) {
    return dialect.quote(order.get(index).name());
  }
}
