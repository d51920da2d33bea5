package io.syncline.local.bench.yardstick;

import io.syncline.local.LocalException;
import io.syncline.local.crm.Database;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Rows to write, repeated under other keys: as many as wanted in little memory, at no cost that
 * would count.
 *
 * @param copyLines what follows the key in a line of COPY
 * @param cells of each row, the key first
 */
record RowTemplate(List<byte[]> copyLines, List<@Nullable Object[]> cells) {

  private static final long LARGEST = 10_000;

  /** At least two are needed for all rows, so that two threads have something to do. */
  static RowTemplate of(Database database, OrdersTable table, long rows) throws SQLException {
    long size = Math.max(1, Math.min(LARGEST, rows / 2));
    try (Connection connection = database.open()) {
      String some = table.select() + " order by id limit " + size;
      return new RowTemplate(copyLines(connection, some), cells(connection, some));
    }
  }

  int size() {
    return cells.size();
  }

  private static List<byte[]> copyLines(Connection connection, String select) throws SQLException {
    ByteArrayOutputStream copied = new ByteArrayOutputStream();
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut("copy (%s) to stdout".formatted(select), copied);
    } catch (IOException e) {
      throw new LocalException("COPY TO STDOUT broke off: " + e.getMessage(), e);
    }
    return copied
        .toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.substring(line.indexOf('\t')) + "\n")
        .map(line -> line.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  private static List<@Nullable Object[]> cells(Connection connection, String select)
      throws SQLException {
    List<@Nullable Object[]> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(select)) {
      while (result.next()) {
        @Nullable Object[] row = new Object[OrdersTable.COLUMNS.size()];
        for (int i = 0; i < row.length; i++) {
          row[i] = CursorRead.value(result, i + 1, OrdersTable.COLUMNS.get(i).type());
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
