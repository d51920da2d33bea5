package io.syncline.local.crm;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bulk insert into one table: rows wait until a statement of many is full, which is quick on every
 * driver without settings in its URL.
 */
public final class TableLoad implements AutoCloseable {

  private static final int ROWS_PER_STATEMENT = 250;

  private final Connection connection;
  private final String insert;
  private final String placeholders;
  private final List<@Nullable Object[]> waiting = new ArrayList<>();
  private long rows;

  public TableLoad(Connection connection, String table, List<String> columns) {
    this.connection = connection;
    insert = "insert into " + table + " (" + String.join(", ", columns) + ") values ";
    placeholders = "(" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
  }

  /** Adds a row, whose values are in the order of the columns. */
  public void add(@Nullable Object... values) throws SQLException {
    waiting.add(values);
    rows++;
    if (waiting.size() == ROWS_PER_STATEMENT) {
      flush();
    }
  }

  /** Rows added so far. */
  long rows() {
    return rows;
  }

  @Override
  public void close() throws SQLException {
    if (!waiting.isEmpty()) {
      flush();
    }
  }

  private void flush() throws SQLException {
    String sql = insert + String.join(", ", Collections.nCopies(waiting.size(), placeholders));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int parameter = 1;
      for (@Nullable Object[] row : waiting) {
        for (@Nullable Object value : row) {
          statement.setObject(parameter++, value);
        }
      }
      statement.executeUpdate();
    }
    waiting.clear();
  }
}
