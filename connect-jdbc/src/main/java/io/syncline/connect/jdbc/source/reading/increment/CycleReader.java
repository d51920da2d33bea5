package io.syncline.connect.jdbc.source.reading.increment;

import io.syncline.connect.jdbc.dialect.RowTransactions;
import io.syncline.connect.jdbc.source.reading.page.Cursor;
import io.syncline.connect.jdbc.source.reading.page.ReadingContext;
import io.syncline.connect.jdbc.source.reading.page.TableReader;
import io.syncline.connect.jdbc.source.record.RowMapping;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reading of the rows whose transactions ended since the last reading.
 *
 * <p>Idea: rows name the transaction that wrote them, and the database tells the oldest one that
 * has not ended. A cycle reads every row written by a transaction from the last cycle's oldest up
 * to its own: all of these have ended, so each row version belongs to exactly one cycle, whatever
 * its timestamp says and however late it was committed. The order columns only keep the reading to
 * the end of an index ({@link Edges}). Assumption: a row's timestamp, or its number, is not older
 * than the look-back at the moment of its transaction's first write. Cost: a row waits for the
 * oldest transaction that has written and not ended; the rows of the look-back are looked at again
 * in every cycle.
 */
public final class CycleReader implements TableReader {
  private static final String READ = "read.transaction";

  private final IncrementOrder order;
  private final RowTransactions transactions;
  private final IncrementPages pages;
  private final Edges edges;
  private final CycleConditions conditions;
  private @Nullable Cycle cycle;
  private Optional<Edge> done = Optional.empty();
  private Optional<Cursor> place;

  /** Oldest transaction that had not ended when the last cycle began. */
  private Optional<Long> seen = Optional.empty();

  /** Last transaction of which a row was read. */
  private long read;

  private long clock;

  public CycleReader(
      ReadingContext context,
      TableId table,
      RowMapping mapping,
      IncrementOrder order,
      RowTransactions transactions) {
    this.order = order;
    this.transactions = transactions;
    this.pages =
        new IncrementPages(context, table, mapping, order, List.of(transactions.selection()));
    var highest = Highest.of(context, table, order);
    var lookback = context.config().increment().lookback();
    this.edges = new Edges(transactions, order, highest, lookback);
    this.conditions = new CycleConditions(transactions, order);
    this.place = Cursor.fromOffset(pages.position(), order.columns());
    this.cycle = Cycle.fromOffset(pages.position()).orElse(null);
    this.read = readBefore(pages.position());
  }

  @Override
  public Page read(Connection connection) throws SQLException {
    var look = edges.look(connection, done);
    clock = look.clock().toEpochMilli();
    if (cycle == null && seen.filter(oldest -> oldest == look.edge().transaction()).isPresent()) {
      connection.commit();
      return new Page(List.of(), Next.AFTER_PAUSE);
    }
    var current = cycle == null ? new Cycle(look.before(), look.edge()) : cycle;
    var page = pages.read(connection, conditions.of(current), place, note(current), clock);
    if (page.full()) {
      cycle = current;
      place = page.last();
      return new Page(page.records(), Next.SOON);
    }
    finish(current);
    return new Page(page.records(), Next.AFTER_PAUSE);
  }

  private IncrementPages.Note note(Cycle current) {
    var common = new LinkedHashMap<String, String>();
    current.toOffset(common);
    return (row, index, offset) -> {
      var written = transactions.written(row.getLong(index), current.until().transaction());
      read = Math.max(read, written);
      offset.putAll(common);
      offset.put(READ, Long.toString(read));
    };
  }

  private static long readBefore(Map<String, ?> offset) {
    var read = offset.get(READ);
    return read == null ? RowTransactions.FIRST : Long.parseLong(read.toString());
  }

  @Override
  public OptionalLong behind(Connection connection) throws SQLException {
    return cycle == null
        ? OptionalLong.of(0)
        : pages.behind(connection, conditions.of(cycle), place);
  }

  private void finish(Cycle finished) {
    done = Optional.of(finished.next(read));
    seen = Optional.of(finished.until().transaction());
    cycle = null;
    place = Optional.empty();
  }

  /** Keeps nothing open between readings. */
  @Override
  public void close() {}
}
