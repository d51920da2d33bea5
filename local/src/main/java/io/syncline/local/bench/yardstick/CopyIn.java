package io.syncline.local.bench.yardstick;

import io.syncline.local.bench.yardstick.TwoWriters.Block;
import io.syncline.local.crm.Database;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/** {@code COPY FROM STDIN} into the empty table with its primary key, from two threads. */
public final class CopyIn implements Yardstick {

  private static final int BUFFER = 64 * 1024;

  private final Database database;
  private final OrdersTable target;
  private final RowTemplate template;
  private final long rows;

  public CopyIn(Database database, OrdersTable source, OrdersTable target, long rows)
      throws SQLException {
    this.database = database;
    this.target = target;
    this.template = RowTemplate.of(database, source, rows);
    this.rows = rows;
  }

  @Override
  public String name() {
    return "bare COPY, two threads";
  }

  @Override
  public double measure() throws SQLException, InterruptedException {
    target.createEmpty(database);
    return new TwoWriters(database, template, rows).measure(this::copy);
  }

  private void copy(Connection connection, List<Block> blocks) throws SQLException, IOException {
    var copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy %s (%s) from stdin".formatted(target.name(), target.columnNames()));
    ByteArrayOutputStream buffer = new ByteArrayOutputStream(BUFFER + 1024);
    for (Block block : blocks) {
      for (int i = 0; i < block.rows(); i++) {
        buffer.write(Long.toString(block.before() + i + 1).getBytes(StandardCharsets.US_ASCII));
        buffer.write(template.copyLines().get(i));
        if (buffer.size() >= BUFFER) {
          copy.writeToCopy(buffer.toByteArray(), 0, buffer.size());
          buffer.reset();
        }
      }
    }
    copy.writeToCopy(buffer.toByteArray(), 0, buffer.size());
    copy.endCopy();
  }
}
