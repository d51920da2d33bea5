package io.syncline.connect.jdbc.source.reading.increment;

import io.syncline.connect.jdbc.source.reading.page.Condition;
import io.syncline.connect.jdbc.source.reading.page.Cursor;
import io.syncline.connect.jdbc.source.reading.page.RecordPages;
import io.syncline.connect.jdbc.source.reading.page.RecordPages.Request;
import io.syncline.connect.jdbc.source.reading.page.TableReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
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
final class ClockReader implements TableReader {
  private final Increments increments;
  private final RecordPages pages;
  private final SettledValue settled;
  private final Optional<String> loaded;
  private boolean changeExpected;

  /** What was written before is read when the horizon has passed this moment. */
  private Instant awaited = Instant.MIN;

  /**
   * @param loaded value behind which to begin; empty to begin with all there is
   */
  ClockReader(Increments increments, Horizon horizon, Optional<String> loaded) {
    this.increments = increments;
    this.pages = increments.pages(List.of());
    this.settled = new SettledValue(increments, horizon);
    this.loaded = loaded;
  }

  @Override
  public Page read(Connection connection) throws SQLException {
    var answer = settled.ask(connection);
    if (changeExpected) {
      changeExpected = false;
      awaited = answer.clock();
    }
    if (answer.value().isEmpty()) {
      connection.commit();
      return new Page(List.of(), afterReadingTo(answer.moment()));
    }
    var conditions = notLoaded();
    conditions.add(settled.upTo(answer.value().get()));
    var time = increments.time(answer.clock());
    var request = new Request(conditions, place(), RecordPages.NO_NOTE, time);
    var page = pages.read(connection, request);
    var next = page.next().isPresent() ? Next.SOON : afterReadingTo(answer.moment());
    return new Page(page.records(), next);
  }

  private Next afterReadingTo(Instant moment) {
    return moment.isAfter(awaited) ? Next.AFTER_PAUSE : Next.HELD_UP;
  }

  @Override
  public void expectChange() {
    changeExpected = true;
  }

  @Override
  public OptionalLong behind(Connection connection) throws SQLException {
    return pages.behind(connection, notLoaded(), place());
  }

  private Optional<Cursor> place() {
    return Cursor.fromOffset(pages.position(), increments.order().columns());
  }

  private List<Condition> notLoaded() {
    var conditions = new ArrayList<Condition>();
    if (pages.position().isEmpty()) {
      loaded.map(settled::behind).ifPresent(conditions::add);
    }
    return conditions;
  }

  /** Keeps nothing open between readings. */
  @Override
  public void close() {}
}
