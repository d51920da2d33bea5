package io.syncline.connect.jdbc.source.reading.increment;

import io.syncline.connect.jdbc.source.reading.page.Condition;
import io.syncline.connect.jdbc.source.reading.page.Cursor;
import io.syncline.connect.jdbc.source.reading.page.Keyset;
import io.syncline.connect.jdbc.source.reading.page.Partitions;
import io.syncline.connect.jdbc.source.reading.page.ReadingContext;
import io.syncline.connect.jdbc.source.record.RowMapping;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.connect.source.SourceRecord;

/** Pages of a table's rows in the order of their changes, as records. */
final class IncrementPages {
  private final ReadingContext context;
  private final TableId table;
  private final RowMapping mapping;
  private final IncrementOrder order;
  private final List<Integer> orderIndexes;
  private final Keyset keyset;
  private final int rows;

  IncrementPages(ReadingContext context, TableId table, RowMapping mapping, IncrementOrder order) {
    this.context = context;
    this.table = table;
    this.mapping = mapping;
    this.order = order;
    this.orderIndexes =
        order.columns().stream().map(each -> mapping.columns().indexOf(each.name()) + 1).toList();
    this.keyset = new Keyset(context.dialect(), table, mapping.selection(), order.columns());
    this.rows = context.config().poll().rows();
  }

  /** Offset of the last record that was read; empty before the first. */
  Map<String, ?> position() {
    return context.positions().of(table);
  }

  /**
   * One page.
   *
   * @param last place of the last row; that of the row before where there is none
   * @param full whether there may be more
   */
  record Read(List<SourceRecord> records, Optional<Cursor> last, boolean full) {}

  /**
   * Reads the next page.
   *
   * @param common what every record's offset holds beside the record's own place
   * @param clock time in milliseconds of records whose row has none of its own
   */
  Read read(
      Connection connection,
      List<Condition> conditions,
      Optional<Cursor> after,
      Map<String, String> common,
      long clock)
      throws SQLException {
    try (var statement = keyset.prepare(connection, conditions, after, rows);
        var result = context.running().during(statement, statement::executeQuery)) {
      var records = new ArrayList<SourceRecord>();
      var last = after;
      while (result.next()) {
        var place = Cursor.read(result, order.columns(), orderIndexes);
        records.add(record(result, place, common, clock));
        last = Optional.of(place);
      }
      connection.commit();
      if (!records.isEmpty()) {
        context.positions().advance(table, records.get(records.size() - 1).sourceOffset());
      }
      return new Read(records, last, records.size() == rows);
    }
  }

  /** Counts the rows that are still to be read. */
  OptionalLong behind(Connection connection, List<Condition> conditions, Optional<Cursor> after)
      throws SQLException {
    try (var statement = keyset.prepareCount(connection, conditions, after);
        var row = context.running().during(statement, statement::executeQuery)) {
      row.next();
      var count = row.getLong(1);
      connection.commit();
      return OptionalLong.of(count);
    }
  }

  private SourceRecord record(ResultSet row, Cursor place, Map<String, String> common, long clock)
      throws SQLException {
    var offset = place.toOffset(order.columns());
    offset.putAll(common);
    var time = order.byTimestamp() ? order.toMillis(place.values().get(0)) : clock;
    return mapping.read(row, Partitions.of(table), offset, time);
  }
}
