package io.syncline.connect.jdbc.source.reading.increment;

import io.syncline.connect.jdbc.source.reading.page.Condition;
import io.syncline.connect.jdbc.source.reading.page.Cursor;
import io.syncline.connect.jdbc.source.reading.page.Keyset;
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
  private final Map<String, String> partition;
  private final RowMapping mapping;
  private final IncrementOrder order;
  private final List<Integer> orderIndexes;
  private final Keyset keyset;
  private final int rows;

  /** Something that is kept with each row's place. */
  interface Note {
    /**
     * @param index of the first column behind the record's own
     */
    void add(ResultSet row, int index, Map<String, String> offset) throws SQLException;
  }

  /**
   * @param noted what is selected for notes
   */
  IncrementPages(
      ReadingContext context,
      TableId table,
      RowMapping mapping,
      IncrementOrder order,
      List<String> noted) {
    this.context = context;
    this.table = table;
    this.partition = context.positions().partition(table);
    this.mapping = mapping;
    this.order = order;
    this.orderIndexes =
        order.columns().stream().map(each -> mapping.columns().indexOf(each.name()) + 1).toList();
    var selected = new ArrayList<>(mapping.selection());
    selected.addAll(noted);
    this.keyset = new Keyset(context.dialect(), context.from(table), selected, order.columns());
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
   * @param note adds what a record's offset holds beside the record's own place
   * @param clock time in milliseconds of records whose row has none of its own
   */
  Read read(
      Connection connection,
      List<Condition> conditions,
      Optional<Cursor> after,
      Note note,
      long clock)
      throws SQLException {
    var page = fetch(connection, conditions, after, note, clock);
    if (!page.records.isEmpty()) {
      // Not before: a page whose end fails is read again.
      var last = page.records.get(page.records.size() - 1);
      context.positions().advance(table, last.sourceOffset());
    }
    return page;
  }

  private Read fetch(
      Connection connection,
      List<Condition> conditions,
      Optional<Cursor> after,
      Note note,
      long clock)
      throws SQLException {
    try (var statement = keyset.prepare(connection, conditions, after, rows);
        var result = context.running().during(statement, statement::executeQuery)) {
      var records = new ArrayList<SourceRecord>();
      var last = after;
      while (result.next()) {
        var place = Cursor.read(result, order.columns(), orderIndexes);
        records.add(record(result, place, note, clock));
        last = Optional.of(place);
      }
      connection.commit();
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

  private SourceRecord record(ResultSet row, Cursor place, Note note, long clock)
      throws SQLException {
    var offset = place.toOffset(order.columns());
    note.add(row, mapping.columns().size() + 1, offset);
    var time = order.byTimestamp() ? order.toMillis(place.values().get(0)) : clock;
    return mapping.read(row, partition, offset, time);
  }
}
