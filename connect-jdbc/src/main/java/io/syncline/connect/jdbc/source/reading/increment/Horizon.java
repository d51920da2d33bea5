package io.syncline.connect.jdbc.source.reading.increment;

import io.syncline.connect.jdbc.dialect.Dialect;
import io.syncline.connect.jdbc.dialect.OldestTransaction;
import io.syncline.connect.jdbc.source.config.IncrementConfig;
import io.syncline.connect.jdbc.source.config.TransactionHorizon;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moment before which every transaction has ended, by the database's clock.
 *
 * <p>Where the database tells when its oldest transaction began, that is exact but for the delay;
 * where it does not, the assumption is that no transaction takes longer than the delay. One serves
 * all tables of a connection.
 */
final class Horizon {
  private static final Logger LOG = LoggerFactory.getLogger(Horizon.class);

  private final Dialect dialect;
  private final IncrementConfig config;
  private Optional<OldestTransaction> question;
  private Instant settled = Instant.EPOCH;
  private Instant askAgain = Instant.EPOCH;

  Horizon(Dialect dialect, IncrementConfig config) {
    this.dialect = dialect;
    this.config = config;
    this.question =
        config.horizon() == TransactionHorizon.DATABASE
            ? dialect.oldestTransaction()
            : Optional.empty();
    if (config.horizon() == TransactionHorizon.DATABASE && question.isEmpty()) {
      warn("a delay above the longest transaction that writes, or mode compare");
    }
  }

  /**
   * The moment as known now; it never goes back. The epoch as long as nothing is known.
   *
   * @param clock the database's, read before: what begins later is later
   */
  Instant at(Connection connection, Instant clock) throws SQLException {
    if (question.isEmpty()) {
      return clock.minus(config.delay());
    }
    if (!clock.isBefore(askAgain)) {
      var pause = question.get().pause();
      var answer = question.get().ask(connection);
      askAgain = clock.plus(answer instanceof OldestTransaction.Stale ? someOf(pause) : pause);
      understand(answer, clock);
    }
    return settled;
  }

  /** Tasks that ask in step would find the other's answer stale for ever. */
  private static Duration someOf(Duration pause) {
    return pause.dividedBy(2).plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis()));
  }

  private void understand(OldestTransaction.Answer answer, Instant clock) {
    if (answer instanceof OldestTransaction.Began began) {
      var oldest = began.moment().isBefore(clock) ? began.moment() : clock;
      advance(oldest.minus(config.delay()));
    } else if (answer instanceof OldestTransaction.Denied denied) {
      question = Optional.empty();
      advance(clock.minus(config.delay()));
      warn(denied.remedy());
    }
  }

  private void advance(Instant moment) {
    settled = moment.isAfter(settled) ? moment : settled;
  }

  private void warn(String remedy) {
    LOG.warn(
        "The database does not tell when its oldest transaction began: a row that is committed"
            + " later than the delay after it was written may be lost: delayMs={} remedy={}",
        config.delay().toMillis(),
        remedy);
  }

  Instant clock(Connection connection) throws SQLException {
    return dialect.now(connection);
  }
}
