package io.syncline.connect.jdbc.sink.writing;

import io.syncline.connect.jdbc.database.Backoff;
import io.syncline.connect.jdbc.database.Database;
import io.syncline.connect.jdbc.dialect.SqlFault;
import io.syncline.connect.jdbc.sink.config.SinkConfig;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writing that survives lost connections, deadlocks and lock timeouts. */
public final class RecoveringWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RecoveringWriter.class);

  private final SinkConfig config;
  private final Database database;
  private final Rejections rejections;
  private final Progress progress = new Progress();
  private final Backoff connecting;
  private final Backoff writing;
  private @Nullable WritingSession session;

  public RecoveringWriter(SinkConfig config, Rejections rejections) {
    this.config = config;
    this.database = new Database(config.connection());
    this.rejections = rejections;
    this.connecting = new Backoff(config.connection().backoff(), config.connection().attempts());
    this.writing = new Backoff(config.retry().backoff(), config.retry().retries() + 1);
  }

  /**
   * Writes what of these records is not written yet.
   *
   * @return empty when all is done; else how long to wait before bringing them again
   * @throws ConnectException when trying again cannot help, or did not
   */
  public Optional<Duration> write(Collection<SinkRecord> records) {
    if (records.isEmpty()) {
      return Optional.empty();
    }
    var backoff = connecting;
    try {
      var open = session == null ? open() : session;
      connecting.succeeded();
      backoff = writing;
      open.write(progress.remaining(records));
      writing.succeeded();
      progress.clear();
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(afterFault(e, backoff));
    }
  }

  private WritingSession open() throws SQLException {
    var open = WritingSession.open(database, config, rejections, progress);
    session = open;
    LOG.info("Connected to the database");
    return open;
  }

  private Duration afterFault(SQLException exception, Backoff backoff) {
    close();
    var fault = SqlFault.of(database.dialect(), exception);
    if (!fault.passing()) {
      throw new ConnectException(
          "The database cannot be used: %s. Put this right in the database or in connection.*, then restart the task."
              .formatted(fault.reason()));
    }
    var wait = backoff.afterFailure().orElseThrow(() -> gaveUp(fault, backoff));
    LOG.warn(
        "Writing failed, trying again: failures={} waitMs={} reason={}",
        backoff.failures(),
        wait.toMillis(),
        fault.reason());
    return wait;
  }

  private static ConnectException gaveUp(SqlFault fault, Backoff backoff) {
    return new ConnectException(
        "The database failed %d times in a row: %s. See that it runs, then restart the task; connection.attempts and max.retries say how long to try."
            .formatted(backoff.failures(), fault.reason()));
  }

  @Override
  public void close() {
    var open = session;
    session = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        LOG.debug("The connection was already broken: state={}", e.getSQLState());
      }
    }
  }
}
