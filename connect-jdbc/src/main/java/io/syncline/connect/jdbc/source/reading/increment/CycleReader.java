package io.syncline.connect.jdbc.source.reading.increment;

import io.syncline.connect.jdbc.dialect.RowTransactions;
import io.syncline.connect.jdbc.source.reading.page.Cursor;
import io.syncline.connect.jdbc.source.reading.page.RecordPages;
import io.syncline.connect.jdbc.source.reading.page.RecordPages.Request;
import io.syncline.connect.jdbc.source.reading.page.TableReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
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
final class CycleReader implements TableReader {
  private final Increments increments;
  private final RowTransactions transactions;
  private final RecordPages pages;
  private final Edges edges;
  private final CycleConditions conditions;
  private @Nullable Cycle cycle;
  private Optional<Edge> done;
  private Optional<Cursor> place;

  /** Oldest transaction that had not ended when the last cycle began. */
  private Optional<Long> seen = Optional.empty();

  /** Last transaction of which a row was read. */
  private long read;

  private boolean changeExpected;

  /** What wrote before it ended is read when a cycle reaches this transaction. */
  private long awaited;

  /** Reads all there is, then what changes. */
  CycleReader(Increments increments, RowTransactions transactions) {
    this(increments, transactions, Optional.empty(), RowTransactions.FIRST);
  }

  /**
   * Reads what is behind a load.
   *
   * @param loaded cycle that others have read
   * @param read last transaction of which they read a row
   */
  CycleReader(Increments increments, RowTransactions transactions, Cycle loaded, long read) {
    this(increments, transactions, Optional.of(loaded), read);
  }

  private CycleReader(
      Increments increments, RowTransactions transactions, Optional<Cycle> loaded, long loadedTo) {
    this.increments = increments;
    this.transactions = transactions;
    this.pages = increments.pages(List.of(transactions.selection()));
    this.edges = new Edges(transactions, increments);
    this.conditions = new CycleConditions(transactions, increments.order());
    var position = pages.position();
    this.place = Cursor.fromOffset(position, increments.order().columns());
    this.cycle = Cycle.fromOffset(position).orElse(null);
    this.read = position.isEmpty() ? loadedTo : TransactionNote.last(position);
    this.done = position.isEmpty() ? loaded.map(before -> before.next(loadedTo)) : Optional.empty();
  }

  @Override
  public Page read(Connection connection) throws SQLException {
    var look = edges.look(connection, done);
    if (changeExpected) {
      changeExpected = false;
      awaited = look.next();
    }
    if (cycle == null && seen.filter(oldest -> oldest == look.edge().transaction()).isPresent()) {
      connection.commit();
      return new Page(List.of(), afterReadingTo(look.edge()));
    }
    var current = cycle == null ? new Cycle(look.before(), look.edge()) : cycle;
    var written = new TransactionNote(transactions, current, read);
    var page = pages.read(connection, request(current, written, look.clock()));
    read = written.last();
    if (page.next().isPresent()) {
      cycle = current;
      place = page.next();
      return new Page(page.records(), Next.SOON, current.after().isEmpty());
    }
    finish(current);
    return new Page(page.records(), afterReadingTo(current.until()));
  }

  private Next afterReadingTo(Edge edge) {
    return edge.transaction() < awaited ? Next.HELD_UP : Next.AFTER_PAUSE;
  }

  @Override
  public void expectChange() {
    changeExpected = true;
  }

  private Request request(Cycle current, TransactionNote written, Instant clock) {
    return new Request(
        conditions.of(current),
        place,
        (row, index) -> written.of(row, index).andThen(current::toOffset),
        increments.time(clock));
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
