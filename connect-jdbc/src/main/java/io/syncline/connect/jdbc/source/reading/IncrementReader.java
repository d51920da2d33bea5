package io.syncline.connect.jdbc.source.reading;

import io.syncline.connect.jdbc.dialect.Dialect;
import io.syncline.connect.jdbc.source.record.RowMapping;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceRecord;

/** Reading of the rows that were written since the last reading. */
final class IncrementReader implements TableReader {
  private final TableId table;
  private final RowMapping mapping;
  private final Dialect dialect;
  private final IncrementOrder order;
  private final List<Integer> orderIndexes;
  private final Keyset keyset;
  private final Positions positions;
  private final int rows;
  private final RunningStatement running;

  IncrementReader(ReadingContext context, TableId table, RowMapping mapping, IncrementOrder order) {
    this.table = table;
    this.mapping = mapping;
    this.dialect = context.dialect();
    this.order = order;
    this.orderIndexes =
        order.columns().stream().map(each -> mapping.columns().indexOf(each.name()) + 1).toList();
    this.keyset = new Keyset(dialect, table, mapping.columns(), order.columns());
    this.positions = context.positions();
    this.rows = context.config().poll().rows();
    this.running = context.running();
  }

  @Override
  public Page read(Connection connection) throws SQLException {
    var horizon = order.parameter(order.horizon(dialect.now(connection)));
    var after = positions.of(table, order.columns());
    var records = records(connection, horizon, after);
    // Not before the reading is whole: if its end fails, these records never reach Connect.
    if (!records.isEmpty()) {
      var last = records.get(records.size() - 1).sourceOffset();
      positions.advance(table, Cursor.fromOffset(last, order.columns()));
    }
    return new Page(records, records.size() < rows ? Next.AFTER_PAUSE : Next.SOON);
  }

  private List<SourceRecord> records(Connection connection, Object below, Optional<Cursor> after)
      throws SQLException {
    try (var statement = keyset.prepare(connection, below, after, rows);
        var result = running.during(statement, statement::executeQuery)) {
      var records = records(result);
      connection.commit();
      return records;
    }
  }

  private List<SourceRecord> records(ResultSet result) throws SQLException {
    var records = new ArrayList<SourceRecord>();
    while (result.next()) {
      var last = cursor(result);
      var offset = last.toOffset(order.columns());
      var timestamp = order.toMillis(last.values().get(0));
      records.add(mapping.read(result, Partitions.of(table), offset, timestamp));
    }
    return records;
  }

  private Cursor cursor(ResultSet row) throws SQLException {
    var values = new ArrayList<String>();
    for (var i = 0; i < orderIndexes.size(); i++) {
      values.add(order.columns().get(i).read(row, orderIndexes.get(i)));
    }
    return new Cursor(values);
  }

  /** Keeps nothing open between readings. */
  @Override
  public void close() {}
}
