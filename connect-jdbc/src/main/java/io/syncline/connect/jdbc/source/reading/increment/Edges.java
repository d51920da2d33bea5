package io.syncline.connect.jdbc.source.reading.increment;

import io.syncline.connect.jdbc.dialect.RowTransactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts through a table's history as the database allows them.
 *
 * <p>Where the rows behind a cut begin is told by an earlier look: what has not ended now had not
 * begun to write when its number was not given out yet, so it wrote later than that look, and its
 * timestamps are not older than the look minus the look-back. Nor does a timestamp that is later
 * than all there are get lost, however old it is.
 */
final class Edges {
  private static final Logger LOG = LoggerFactory.getLogger(Edges.class);

  private final RowTransactions transactions;
  private final IncrementOrder order;
  private final Duration lookback;
  private final Highest highest;
  private final Looks looks = new Looks();

  Edges(RowTransactions transactions, Increments increments) {
    this.transactions = transactions;
    this.order = increments.order();
    this.highest = increments.highest();
    this.lookback = increments.context().config().increment().lookback();
  }

  /**
   * A new cut, with the last one as it is to be understood now.
   *
   * @param clock the database's own
   * @param next transaction that had not begun to write
   */
  record Latest(Instant clock, Optional<Edge> before, Edge edge, long next) {}

  Latest look(Connection connection, Optional<Edge> before) throws SQLException {
    var top = highest.ask(connection);
    var running = transactions.running(connection);
    looks.add(new Looks.Look(top, running.clock(), running.next()));
    var floor = floor(running.oldest(), top).or(() -> before.flatMap(Edge::floor));
    return new Latest(
        running.clock(),
        before.map(edge -> edge.transaction() > running.next() ? ofOtherServer(edge) : edge),
        new Edge(running.oldest(), floor),
        running.next());
  }

  private Optional<String> floor(long oldest, Optional<String> top) {
    var writing = looks.beforeWriting(oldest).map(look -> look.clock().minus(lookback));
    writing.ifPresent(looks::forgetBefore);
    if (order.byTimestamp()) {
      return writing
          .map(order::earliestTimestampFrom)
          .flatMap(floor -> top.map(highest -> order.earlier(floor, highest)));
    }
    return writing.flatMap(looks::notAfter).flatMap(Looks.Look::highest);
  }

  /** Numbers of transactions never go back, so this is another server, or a restored backup. */
  private Edge ofOtherServer(Edge edge) {
    LOG.warn(
        "The database counts its transactions anew, as after a restore: rows from a point on are"
            + " read again: table={} from={}",
        highest.table(),
        edge.floor().orElse("the beginning"));
    return new Edge(RowTransactions.FIRST, edge.floor());
  }
}
