package io.syncline.local.bench.yardstick;

import io.syncline.local.crm.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reading of the whole table with a cursor: every column got, one thread. */
public final class CursorRead implements Yardstick {

  private final Database database;
  private final OrdersTable table;
  private final int fetchSize;

  /** Kept where the compiler cannot prove that nobody looks. */
  private final @Nullable Object[] row = new Object[OrdersTable.COLUMNS.size()];

  public CursorRead(Database database, OrdersTable table, int fetchSize) {
    this.database = database;
    this.table = table;
    this.fetchSize = fetchSize;
  }

  @Override
  public String name() {
    return "bare cursor read";
  }

  @Override
  public double measure() throws SQLException {
    try (Connection connection = database.open();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.setFetchSize(fetchSize);
      long began = System.nanoTime();
      long rows = 0;
      try (ResultSet result = statement.executeQuery(table.select())) {
        for (; result.next(); rows++) {
          get(result);
        }
      }
      return Yardstick.rate(rows, began);
    }
  }

  private void get(ResultSet result) throws SQLException {
    for (int i = 0; i < row.length; i++) {
      row[i] = value(result, i + 1, OrdersTable.COLUMNS.get(i).type());
    }
  }

  static @Nullable Object value(ResultSet result, int index, String type) throws SQLException {
    return switch (type) {
      case "bigint" -> result.getLong(index);
      case "boolean" -> result.getBoolean(index);
      case "numeric" -> result.getBigDecimal(index);
      case "timestamptz" -> result.getObject(index, OffsetDateTime.class);
      default -> result.getString(index);
    };
  }
}
