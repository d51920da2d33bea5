package io.syncline.connect.jdbc.source.reading.page;

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
 * (a = x AND b > y))} because not every database can use an index for the short form. Cost: one
 * index range per page, where an index on the columns exists.
 */
public final class Keyset {
  private final Dialect dialect;
  private final TableId table;
  private final List<String> selected;
  private final List<CursorColumn> order;

  /**
   * @param selected what to ask for, quoted: the mapping's selection
   */
  public Keyset(Dialect dialect, TableId table, List<String> selected, List<CursorColumn> order) {
    this.dialect = dialect;
    this.table = table;
    this.selected = selected;
    this.order = order;
  }

  /**
   * @param conditions that all rows meet
   */
  public PreparedStatement prepare(
      Connection connection, List<Condition> conditions, Optional<Cursor> after, int rows)
      throws SQLException {
    var all = all(conditions, after);
    return bind(connection.prepareStatement(sql(all, rows)), all);
  }

  /** Query for the row that lies so many rows behind a place. */
  public PreparedStatement prepareStep(Connection connection, Optional<Cursor> after, long rows)
      throws SQLException {
    var all = all(List.of(), after);
    var sql = sql(all, 1) + " OFFSET " + (rows - 1);
    return bind(connection.prepareStatement(sql), all);
  }

  /** Query for how many rows there are from there on. */
  public PreparedStatement prepareCount(
      Connection connection, List<Condition> conditions, Optional<Cursor> after)
      throws SQLException {
    var all = all(conditions, after);
    return bind(connection.prepareStatement("SELECT COUNT(*)" + from(all)), all);
  }

  private List<Condition> all(List<Condition> conditions, Optional<Cursor> after) {
    var all = new ArrayList<>(conditions);
    after.ifPresent(cursor -> all.add(behind(cursor)));
    return all;
  }

  private static PreparedStatement bind(PreparedStatement statement, List<Condition> all)
      throws SQLException {
    var index = 1;
    for (var condition : all) {
      for (var parameter : condition.parameters()) {
        statement.setObject(index++, parameter);
      }
    }
    return statement;
  }

  String sql(List<Condition> conditions, int rows) {
    return "SELECT "
        + String.join(", ", selected)
        + from(conditions)
        + " ORDER BY "
        + order.stream().map(each -> dialect.quote(each.name())).collect(Collectors.joining(", "))
        + " LIMIT "
        + rows;
  }

  private String from(List<Condition> conditions) {
    return " FROM "
        + dialect.quote(table)
        + (conditions.isEmpty() ? "" : " WHERE ")
        + conditions.stream().map(Condition::sql).collect(Collectors.joining(" AND "));
  }

  Condition behind(Cursor cursor) {
    var values = values(cursor);
    return Condition.of(name(0) + " >= ?", values.get(0)).and(greater(values));
  }

  /** The rest, with a bound of its own that an index can use. */
  Condition upTo(Cursor cursor) {
    var values = values(cursor);
    return Condition.of(name(0) + " <= ?", values.get(0)).and(greater(values).negated());
  }

  private List<Object> values(Cursor cursor) {
    var values = new ArrayList<>();
    for (var i = 0; i < order.size(); i++) {
      values.add(order.get(i).parameter(cursor.values().get(i)));
    }
    return values;
  }

  private Condition greater(List<Object> values) {
    var alternatives = new ArrayList<String>();
    var parameters = new ArrayList<>();
    for (var last = 0; last < order.size(); last++) {
      alternatives.add(behindAt(last));
      parameters.addAll(values.subList(0, last + 1));
    }
    return new Condition("(" + String.join(" OR ", alternatives) + ")", parameters);
  }

  /** Equal up to a column, and greater there. */
  private String behindAt(int last) {
    var terms = new ArrayList<String>();
    for (var i = 0; i < last; i++) {
      terms.add(name(i) + " = ?");
    }
    terms.add(name(last) + " > ?");
    return "(" + String.join(" AND ", terms) + ")";
  }

  private String name(int index) {
    return dialect.quote(order.get(index).name());
  }
}
