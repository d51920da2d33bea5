package io.syncline.connect.jdbc.source.reading.increment;

import io.syncline.connect.jdbc.source.reading.page.RunningStatement;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Query for the greatest value of a table's first ordering column. */
record Highest(TableId table, IncrementOrder order, RunningStatement running) {

  /**
   * @return empty when there are no rows
   */
  Optional<String> ask(Connection connection) throws SQLException {
    var sql =
        "SELECT MAX(%s) FROM %s"
            .formatted(order.quotedFirst(), order.first().dialect().quote(table));
    try (var statement = connection.createStatement();
        var row = running.during(statement, () -> statement.executeQuery(sql))) {
      row.next();
      return row.getObject(1) == null
          ? Optional.empty()
          : Optional.of(order.first().readText(row, 1));
    }
  }
}
