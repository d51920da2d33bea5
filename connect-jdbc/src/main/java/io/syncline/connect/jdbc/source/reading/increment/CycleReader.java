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
  private final IncrementOrder order;
  private final IncrementPages pages;
  private final Edges edges;
  private final CycleConditions conditions;
  private @Nullable Cycle cycle;
  private Optional<Edge> done = Optional.empty();
  private Optional<Cursor> place;
  private long clock;

  public CycleReader(
      ReadingContext context,
      TableId table,
      RowMapping mapping,
      IncrementOrder order,
      RowTransactions transactions) {
    this.order = order;
    this.pages = new IncrementPages(context, table, mapping, order);
    var highest = new Highest(table, order, context.running());
    var lookback = context.config().increment().lookback();
    this.edges = new Edges(transactions, order, highest, lookback);
    this.conditions = new CycleConditions(transactions, order);
    this.place = Cursor.fromOffset(pages.position(), order.columns());
    this.cycle = Cycle.fromOffset(pages.position()).orElse(null);
  }

  @Override
  public Page read(Connection connection) throws SQLException {
    var look = edges.look(connection, done);
    clock = look.clock().toEpochMilli();
    var current = cycle == null ? new Cycle(look.before(), look.edge()) : cycle;
    if (current.isEmpty()) {
      connection.commit();
      return new Page(List.of(), Next.AFTER_PAUSE);
    }
    var common = new LinkedHashMap<String, String>();
    current.toOffset(common);
    var page = pages.read(connection, conditions.of(current), place, common, clock);
    if (page.full()) {
      cycle = current;
      place = page.last();
      return new Page(page.records(), Next.SOON);
    }
    finish(current);
    return new Page(page.records(), Next.AFTER_PAUSE);
  }

  @Override
  public OptionalLong behind(Connection connection) throws SQLException {
    return cycle == null
        ? OptionalLong.of(0)
        : pages.behind(connection, conditions.of(cycle), place);
  }

  private void finish(Cycle finished) {
    done = Optional.of(finished.until());
    cycle = null;
    place = Optional.empty();
  }

  /** Keeps nothing open between readings. */
  @Override
  public void close() {}
}
