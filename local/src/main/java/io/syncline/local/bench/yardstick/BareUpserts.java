package io.syncline.local.bench.yardstick;

import static java.util.stream.Collectors.joining;

import io.syncline.local.bench.yardstick.OrdersTable.Column;
import io.syncline.local.bench.yardstick.TwoWriters.Block;
import io.syncline.local.crm.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sink's own upsert with its version guard and batch size, from two threads. */
public final class BareUpserts implements Yardstick {

  private final Database database;
  private final OrdersTable target;
  private final RowTemplate template;
  private final long rows;
  private final int rowsPerBatch;

  public BareUpserts(
      Database database, OrdersTable source, OrdersTable target, long rows, int rowsPerBatch)
      throws SQLException {
    this.database = database;
    this.target = target;
    this.template = RowTemplate.of(database, source, rows);
    this.rows = rows;
    this.rowsPerBatch = rowsPerBatch;
  }

  @Override
  public String name() {
    return "bare upserts, two threads";
  }

  @Override
  public double measure() throws SQLException, InterruptedException {
    target.createEmpty(database);
    return new TwoWriters(database, template, rows).measure(this::upsert);
  }

  private void upsert(Connection connection, List<Block> blocks) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql())) {
      for (Block block : blocks) {
        for (int from = 0; from < block.rows(); from += rowsPerBatch) {
          int to = Math.min(block.rows(), from + rowsPerBatch);
          for (int i = from; i < to; i++) {
            bind(statement, block.before() + i + 1, template.cells().get(i));
            statement.addBatch();
          }
          statement.executeBatch();
          connection.commit();
        }
      }
    }
  }

  private static void bind(PreparedStatement statement, long key, @Nullable Object[] row)
      throws SQLException {
    statement.setLong(1, key);
    for (int i = 1; i < row.length; i++) {
      statement.setObject(i + 1, row[i]);
    }
  }

  private String sql() {
    String marks = OrdersTable.COLUMNS.stream().map(column -> "?").collect(joining(", "));
    return "insert into %s as stored (%s) values (%s) on conflict (id) do update set %s where stored.version is null or stored.version < excluded.version"
        .formatted(target.name(), target.columnNames(), marks, assignments());
  }

  private static String assignments() {
    return OrdersTable.COLUMNS.stream()
        .skip(1)
        .map(Column::name)
        .map(name -> name + " = excluded." + name)
        .collect(joining(", "));
  }
}
