package io.syncline.connect.jdbc.source.reading.page;

import io.syncline.connect.jdbc.source.record.RowMapping;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.kafka.connect.source.SourceRecord;

/** Pages of a table's rows in some order, as records whose offsets are places in that order. */
public final class RecordPages {
  public static final Note NO_NOTE = (row, index) -> offset -> {};

  private static final int LONGEST_COUNT_SECONDS = 5;

  private final ReadingContext context;
  private final RowMapping mapping;
  private final Map<String, String> partition;
  private final List<CursorColumn> order;
  private final List<Integer> orderIndexes;
  private final int noteIndex;
  private final Keyset keyset;
  private final PageBounds bounds;

  /**
   * @param partition under which the places are kept
   * @param noted what is selected for notes
   */
  public RecordPages(
      ReadingContext context,
      RowMapping mapping,
      Map<String, String> partition,
      List<CursorColumn> order,
      List<String> noted) {
    this.context = context;
    this.mapping = mapping;
    this.partition = partition;
    this.order = order;
    this.orderIndexes =
        order.stream().map(each -> mapping.columns().indexOf(each.name()) + 1).toList();
    this.noteIndex = mapping.columns().size() + 1;
    var selected = new ArrayList<>(mapping.selection());
    selected.addAll(noted);
    this.keyset = new Keyset(context.dialect(), context.from(mapping.table()), selected, order);
    this.bounds = new PageBounds(context.config().poll());
  }

  /** Something that is kept with each row's place. */
  public interface Note {
    /**
     * Looks at the current row.
     *
     * @param index of the first column behind the record's own
     * @return adds to the row's offset, should it be asked for
     */
    Consumer<Map<String, String>> of(ResultSet row, int index) throws SQLException;
  }

  /** Time of the record that the current row becomes, in milliseconds. */
  public interface RowTime {
    long of(ResultSet row) throws SQLException;
  }

  /**
   * What a page is to be made of.
   *
   * @param conditions that all rows meet
   * @param after place of the last row before it
   */
  public record Request(
      List<Condition> conditions, Optional<Cursor> after, Note note, RowTime time) {}

  /**
   * One page.
   *
   * @param next place behind which there may be more; empty when there is not
   */
  public record Read(List<SourceRecord> records, Optional<Cursor> next) {}

  /** Offset of the last record that was read; empty before the first. */
  public Map<String, ?> position() {
    return context.positions().of(partition);
  }

  /** Reads a page, and remembers its end as {@link #position}. */
  public Read read(Connection connection, Request request) throws SQLException {
    // Not before: a page whose end fails is read again.
    var page = fetch(connection, request);
    remember(page.records());
    return page;
  }

  /** Makes the last of these records the one behind which reading goes on. */
  public void remember(List<SourceRecord> records) {
    if (!records.isEmpty()) {
      remember(records.get(records.size() - 1).sourceOffset());
    }
  }

  public void remember(Map<String, ?> offset) {
    context.positions().advance(partition, offset);
  }

  /** Reads a page, and remembers nothing. */
  public Read fetch(Connection connection, Request request) throws SQLException {
    try (var statement =
            keyset.prepare(connection, request.conditions, request.after, bounds.rows());
        var result = execute(statement)) {
      var records = new ArrayList<SourceRecord>();
      var next = Optional.<Cursor>empty();
      while (next.isEmpty() && result.next()) {
        var place = RowPlace.read(result, order, orderIndexes);
        var record = record(result, place, request);
        records.add(record);
        if (bounds.reachedWith(mapping.size(record))) {
          next = Optional.of(place.toCursor());
        }
      }
      connection.commit();
      return new Read(records, next);
    }
  }

  private ResultSet execute(PreparedStatement statement) throws SQLException {
    bounds.begin();
    statement.setFetchSize(bounds.portionOfPage());
    return context.running().during(statement, statement::executeQuery);
  }

  private SourceRecord record(ResultSet row, RowPlace place, Request request) throws SQLException {
    var note = request.note.of(row, noteIndex);
    var offset = new LazyOffset(() -> place.toOffset(note));
    return mapping.read(row, partition, offset, request.time.of(row));
  }

  /** Condition that a row is not behind a place. */
  public Condition upTo(Cursor place) {
    return keyset.upTo(place);
  }

  /** Counts the rows that are still to be read. */
  public OptionalLong behind(
      Connection connection, List<Condition> conditions, Optional<Cursor> after)
      throws SQLException {
    try (var statement = keyset.prepareCount(connection, conditions, after);
        var row = context.running().during(statement, () -> executeCount(statement))) {
      row.next();
      var count = row.getLong(1);
      connection.commit();
      return OptionalLong.of(count);
    }
  }

  /** A page waits for it. */
  private static ResultSet executeCount(PreparedStatement statement) throws SQLException {
    statement.setQueryTimeout(LONGEST_COUNT_SECONDS);
    return statement.executeQuery();
  }

  /** Whether there is a row still to be read. */
  public boolean isAny(Connection connection, List<Condition> conditions, Optional<Cursor> after)
      throws SQLException {
    try (var statement = keyset.prepare(connection, conditions, after, 1);
        var row = context.running().during(statement, statement::executeQuery)) {
      var any = row.next();
      connection.commit();
      return any;
    }
  }
}
