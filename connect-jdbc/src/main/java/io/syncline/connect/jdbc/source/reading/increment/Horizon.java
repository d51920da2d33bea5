package io.syncline.connect.jdbc.source.reading.increment;

import io.syncline.connect.jdbc.dialect.Dialect;
import io.syncline.connect.jdbc.source.config.IncrementConfig;
import io.syncline.connect.jdbc.source.config.TransactionHorizon;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moment before which every transaction has ended, by the database's clock.
 *
 * <p>Where the database tells when its oldest transaction began, that is exact but for the delay;
 * where it does not, the assumption is that no transaction takes longer than the delay.
 */
final class Horizon {
  private static final Logger LOG = LoggerFactory.getLogger(Horizon.class);

  private final Dialect dialect;
  private final IncrementConfig config;
  private final TableId table;
  private boolean told;

  Horizon(Dialect dialect, IncrementConfig config, TableId table) {
    this.dialect = dialect;
    this.config = config;
    this.table = table;
  }

  Instant clock(Connection connection) throws SQLException {
    return dialect.now(connection);
  }

  /**
   * @param clock as read before: what begins later is later
   */
  Instant ask(Connection connection, Instant clock) throws SQLException {
    var oldest =
        config.horizon() == TransactionHorizon.DATABASE ? oldest(connection, clock) : clock;
    return (oldest.isBefore(clock) ? oldest : clock).minus(config.delay());
  }

  private Instant oldest(Connection connection, Instant clock) throws SQLException {
    var oldest = dialect.oldestStart(connection);
    if (oldest.isEmpty() && !told) {
      told = true;
      LOG.warn(
          "The database does not tell when its oldest transaction began: a row that commits later"
              + " than the delay after it was written may be lost: table={} delayMs={} remedy={}",
          table,
          config.delay().toMillis(),
          dialect
              .oldestStartRemedy()
              .orElse("a delay above the longest transaction that writes, or mode compare"));
    }
    return oldest.orElse(clock);
  }
}
