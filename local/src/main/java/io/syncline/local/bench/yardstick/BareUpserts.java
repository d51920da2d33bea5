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

/**
 * Upserts of as many rows as the sink's batches have, as the sink writes them: one array per
 * column, under its version guard; from two threads.
 */
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
          int count = Math.min(rowsPerBatch, block.rows() - from);
          bind(statement, block.before() + from + 1, template.cells().subList(from, from + count));
          statement.executeUpdate();
          connection.commit();
        }
      }
    }
  }

  private static void bind(
      PreparedStatement statement, long firstKey, List<@Nullable Object[]> batch)
      throws SQLException {
    for (int column = 0; column < OrdersTable.COLUMNS.size(); column++) {
      @Nullable Object[] values = new Object[batch.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = column == 0 ? firstKey + i : batch.get(i)[column];
      }
      String type = OrdersTable.COLUMNS.get(column).type();
      statement.setArray(column + 1, statement.getConnection().createArrayOf(type, values));
    }
  }

  private String sql() {
    String arrays =
        OrdersTable.COLUMNS.stream()
            .map(column -> "?::" + column.type() + "[]")
            .collect(joining(", "));
    return """
        insert into %1$s as stored (%2$s) select * from unnest(%3$s)
        on conflict (id) do update set %4$s
        where stored.version is null or stored.version < excluded.version
        """
        .formatted(target.name(), target.columnNames(), arrays, assignments());
  }

  private static String assignments() {
    return OrdersTable.COLUMNS.stream()
        .skip(1)
        .map(Column::name)
        .map(name -> name + " = excluded." + name)
        .collect(joining(", "));
  }
}
