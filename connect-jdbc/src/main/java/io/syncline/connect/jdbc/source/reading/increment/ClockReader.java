package io.syncline.connect.jdbc.source.reading.increment;

import io.syncline.connect.jdbc.source.reading.page.Condition;
import io.syncline.connect.jdbc.source.reading.page.Cursor;
import io.syncline.connect.jdbc.source.reading.page.ReadingContext;
import io.syncline.connect.jdbc.source.reading.page.TableReader;
import io.syncline.connect.jdbc.source.record.RowMapping;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reading of the rows that were written since the last reading, up to a moment before which every
 * transaction has ended.
 *
 * <p>Idea: timestamps and numbers are given out in order, only the commits come out of order; once
 * all that began before a moment has ended, nothing new appears below it. Assumption: {@link
 * Horizon}'s. Cost: a row waits for the oldest transaction in progress.
 */
public final class ClockReader implements TableReader {
  private final IncrementOrder order;
  private final IncrementPages pages;
  private final Horizon horizon;
  private final Highest highest;
  private final Looks looks = new Looks();

  public ClockReader(
      ReadingContext context,
      TableId table,
      RowMapping mapping,
      IncrementOrder order,
      Horizon horizon) {
    this.order = order;
    this.pages = new IncrementPages(context, table, mapping, order, List.of());
    this.horizon = horizon;
    this.highest = Highest.of(context, table, order);
  }

  @Override
  public Page read(Connection connection) throws SQLException {
    var top = order.byTimestamp() ? Optional.<String>empty() : highest.ask(connection);
    var clock = horizon.clock(connection);
    looks.add(new Looks.Look(top, clock, 0));
    var bound = settled(horizon.at(connection, clock));
    if (bound.isEmpty()) {
      connection.commit();
      return new Page(List.of(), Next.AFTER_PAUSE);
    }
    var after = Cursor.fromOffset(pages.position(), order.columns());
    var page =
        pages.read(
            connection,
            List.of(bound.get()),
            after,
            (row, index, offset) -> {},
            clock.toEpochMilli());
    return new Page(page.records(), page.full() ? Next.SOON : Next.AFTER_PAUSE);
  }

  @Override
  public OptionalLong behind(Connection connection) throws SQLException {
    var after = Cursor.fromOffset(pages.position(), order.columns());
    return pages.behind(connection, List.of(), after);
  }

  /** Condition that nothing below a row will ever appear; empty when that holds for none. */
  private Optional<Condition> settled(Instant moment) {
    if (order.byTimestamp()) {
      return Optional.of(order.first("<", order.timestampAt(moment)));
    }
    looks.forgetBefore(moment);
    return looks
        .notAfter(moment)
        .flatMap(Looks.Look::highest)
        .map(number -> order.first("<=", number));
  }

  /** Keeps nothing open between readings. */
  @Override
  public void close() {}
}
