package io.syncline.connect.jdbc.sink.writing;

import io.syncline.connect.jdbc.dialect.BoundSql;
import io.syncline.connect.jdbc.dialect.RowShape;
import io.syncline.connect.jdbc.dialect.StandardSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.connect.errors.ConnectException;
import org.jspecify.annotations.Nullable;

/** Execution of one statement for many rows in one round trip. */
final class StatementRunner {
  /** Longer statements cost more to parse than they save. */
  private static final int KEYS_PER_LOOKUP = 50;

  private final Connection connection;

  StatementRunner(Connection connection) {
    this.connection = connection;
  }

  /**
   * Runs the statement once for each row.
   *
   * @param columns of the rows' cells
   * @return how many rows of the table each of them touched
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

  /** Numbers of the rows whose key, their first cells, is in the table. */
  Set<Integer> existing(StandardSql sql, RowShape shape, List<@Nullable Object[]> rows)
      throws SQLException {
    var existing = new HashSet<Integer>();
    for (var from = 0; from < rows.size(); from += KEYS_PER_LOOKUP) {
      var chunk = rows.subList(from, Math.min(rows.size(), from + KEYS_PER_LOOKUP));
      try (var statement = connection.prepareStatement(sql.existing(shape, chunk.size()))) {
        bindKeys(statement, shape.keys().size(), chunk);
        addNumbers(statement, from, existing);
      }
    }
    return existing;
  }

  private static void bindKeys(
      PreparedStatement statement, int length, List<@Nullable Object[]> rows) throws SQLException {
    var parameter = 1;
    for (var row : rows) {
      for (var i = 0; i < length; i++) {
        statement.setObject(parameter, row[i]);
        parameter++;
      }
    }
  }

  private static void addNumbers(PreparedStatement statement, int first, Set<Integer> numbers)
      throws SQLException {
    try (var found = statement.executeQuery()) {
      while (found.next()) {
        numbers.add(first + found.getInt(1));
      }
    }
  }

  /** Whether a statement touched a row, by the count that the driver gave. */
  static boolean touched(int count) {
    if (count == Statement.SUCCESS_NO_INFO) {
      throw new ConnectException(
          "The driver does not count the rows it writes. Remove reWriteBatchedInserts, useBulkStmts and useBulkStmtsForInserts from connection.url.");
    }
    return count > 0;
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
}
