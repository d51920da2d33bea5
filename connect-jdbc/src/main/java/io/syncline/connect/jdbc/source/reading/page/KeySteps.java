package io.syncline.connect.jdbc.source.reading.page;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Steps of so many rows along a table's primary key. */
public final class KeySteps {
  private final KeyOrder order;
  private final Keyset keyset;
  private final RunningStatement running;

  public KeySteps(ReadingContext context, KeyOrder order) {
    var dialect = context.dialect();
    this.order = order;
    this.running = context.running();
    var selected = order.columns().stream().map(it -> dialect.selection(it.column())).toList();
    this.keyset = new Keyset(dialect, order.table(), selected, order.columns());
  }

  /** Rows of the table that meet the conditions. */
  public long count(Connection connection, List<Condition> conditions) throws SQLException {
    try (var statement = keyset.prepareCount(connection, conditions, Optional.empty());
        var row = running.during(statement, statement::executeQuery)) {
      row.next();
      return row.getLong(1);
    }
  }

  /**
   * Keys at which steps end, in order.
   *
   * @param rows of a step
   * @param most steps to take
   */
  public List<Cursor> walk(Connection connection, long rows, int most) throws SQLException {
    var ends = new ArrayList<Cursor>();
    var last = Optional.<Cursor>empty();
    do {
      last = step(connection, last, rows);
      last.ifPresent(ends::add);
    } while (last.isPresent() && ends.size() < most);
    return ends;
  }

  private Optional<Cursor> step(Connection connection, Optional<Cursor> after, long rows)
      throws SQLException {
    try (var statement = keyset.prepareStep(connection, after, rows);
        var row = running.during(statement, statement::executeQuery)) {
      if (!row.next()) {
        return Optional.empty();
      }
      var indexes = IntStream.rangeClosed(1, order.columns().size()).boxed().toList();
      return Optional.of(RowPlace.read(row, order.columns(), indexes).toCursor());
    }
  }
}
