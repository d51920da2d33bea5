package io.syncline.connect.jdbc.sink.writing;

import io.syncline.connect.jdbc.dialect.BoundSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import org.apache.kafka.connect.errors.ConnectException;
import org.jspecify.annotations.Nullable;

/** Execution of one statement for many rows in one round trip. */
final class Batches {
  private final Connection connection;

  Batches(Connection connection) {
    this.connection = connection;
  }

  /**
   * Runs the statement once for each row.
   *
   * @param columns of the rows' cells
   * @return how many rows of the table each of them touched, where the driver tells
   */
  int[] run(BoundSql sql, List<String> columns, List<@Nullable Object[]> rows) throws SQLException {
    if (rows.isEmpty()) {
      return new int[0];
    }
    var positions = sql.parameters().stream().mapToInt(columns::indexOf).toArray();
    try (var statement = connection.prepareStatement(sql.sql())) {
      for (var row : rows) {
        bind(statement, positions, row);
        statement.addBatch();
      }
      return statement.executeBatch();
    }
  }

  private static void bind(PreparedStatement statement, int[] positions, @Nullable Object[] row)
      throws SQLException {
    for (var i = 0; i < positions.length; i++) {
      var value = row[positions[i]];
      if (value == null) {
        statement.setNull(i + 1, Types.NULL);
      } else {
        statement.setObject(i + 1, value);
      }
    }
  }

  /** Whether a statement touched a row, by the count that the driver gave. */
  static boolean touched(int count) {
    if (count == Statement.SUCCESS_NO_INFO) {
      throw new ConnectException(
          "The driver does not count the rows it writes. Remove reWriteBatchedInserts from connection.url.");
    }
    return count > 0;
  }
}
