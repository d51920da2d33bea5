package io.syncline.local.bench.yardstick;

import io.syncline.local.LocalException;
import io.syncline.local.crm.Database;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** {@code COPY TO STDOUT} of the whole table, thrown away as it comes. */
public final class CopyOut implements Yardstick {

  private final Database database;
  private final OrdersTable table;

  public CopyOut(Database database, OrdersTable table) {
    this.database = database;
    this.table = table;
  }

  @Override
  public String name() {
    return "COPY TO STDOUT";
  }

  @Override
  public double measure() throws SQLException {
    try (Connection connection = database.open()) {
      long began = System.nanoTime();
      long rows =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyOut(
                  "copy (%s) to stdout".formatted(table.select()), OutputStream.nullOutputStream());
      return Yardstick.rate(rows, began);
    } catch (IOException e) {
      throw new LocalException("COPY TO STDOUT broke off: " + e.getMessage(), e);
    }
  }
}
