package io.syncline.connect.jdbc.source.reading.increment;

import io.syncline.connect.jdbc.dialect.OldestTransaction;
import io.syncline.connect.jdbc.dialect.RowTransactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Question when the oldest transaction in progress began to write, for a database that numbers
 * transactions but tells not everybody when they began.
 *
 * <p>Idea: numbers are given out in the order of first writes, so what has not ended now began to
 * write after the newest look at which its number was not given out yet. Assumption: none but the
 * database's. Cost: as long as a transaction goes on that is older than the first look, which is
 * made at each connect, nothing is known.
 */
final class OldestWriting implements OldestTransaction {
  private static final Logger LOG = LoggerFactory.getLogger(OldestWriting.class);

  /** The question costs next to nothing. */
  private static final Duration PAUSE = Duration.ofMillis(10);

  private final RowTransactions transactions;
  private final Looks looks = new Looks();
  private boolean waiting;

  OldestWriting(RowTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Duration pause() {
    return PAUSE;
  }

  @Override
  public Answer ask(Connection connection) throws SQLException {
    var running = transactions.running(connection);
    looks.add(new Looks.Look(Optional.empty(), running.clock(), running.next()));
    var before = looks.beforeWriting(running.oldest());
    if (before.isEmpty()) {
      tellOfWaiting();
      return new Stale();
    }
    looks.forgetBefore(before.get().clock());
    return new Began(before.get().clock());
  }

  private void tellOfWaiting() {
    if (!waiting) {
      waiting = true;
      LOG.info(
          "Nothing is read until the transactions have ended that were writing when the task"
              + " connected; nobody tells when they began.");
    }
  }
}
