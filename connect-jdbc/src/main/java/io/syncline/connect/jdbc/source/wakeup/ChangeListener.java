package io.syncline.connect.jdbc.source.wakeup;

import io.syncline.connect.jdbc.database.Backoff;
import io.syncline.connect.jdbc.database.Database;
import io.syncline.connect.jdbc.dialect.Notifications;
import io.syncline.connect.jdbc.dialect.SqlFault;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listener to the database's notifications, on a connection and a thread of its own.
 *
 * <p>Tables are read at their intervals whether it hears something or not, so its faults cost time
 * alone: it tries again for ever. What was called out while it was away is not told later, so each
 * time it connects it calls all tables.
 */
public final class ChangeListener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ChangeListener.class);

  /** A line that died without a word is noticed when it is asked. */
  private static final Duration ASK_EVERY = Duration.ofSeconds(10);

  private static final int ANSWER_WITHIN_SECONDS = 5;
  private static final int FOR_EVER = 0;

  private final Database database;
  private final Notifications notifications;
  private final String channel;
  private final List<TableId> tables;
  private final WakeUps wakeUps;
  private final Backoff backoff;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable Connection connection;

  private ChangeListener(
      Database database,
      Notifications notifications,
      String channel,
      List<TableId> tables,
      WakeUps wakeUps,
      Duration firstWait) {
    this.database = database;
    this.notifications = notifications;
    this.channel = channel;
    this.tables = tables;
    this.wakeUps = wakeUps;
    this.backoff = new Backoff(firstWait, FOR_EVER);
  }

  /**
   * @param tables that it calls
   * @param firstWait after the first fault in a row
   */
  public static ChangeListener start(
      Database database,
      String channel,
      List<TableId> tables,
      WakeUps wakeUps,
      Duration firstWait) {
    var notifications = database.dialect().notifications().orElseThrow();
    var listener = new ChangeListener(database, notifications, channel, tables, wakeUps, firstWait);
    var thread = new Thread(listener::listen, "jdbc-listen-" + channel);
    thread.setDaemon(true);
    thread.start();
    return listener;
  }

  private void listen() {
    try {
      var wait = Duration.ZERO;
      while (!closed.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        wait = hearUntilFault();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns how long to wait before the next try. */
  private Duration hearUntilFault() {
    try (var open = database.openListener()) {
      connection = open;
      notifications.listen(open, channel);
      LOG.info("Listening to the database: channel={} tables={}", channel, tables);
      backoff.succeeded();
      wakeUps.call(tables);
      while (!isClosed()) {
        hear(open);
      }
      return Duration.ZERO;
    } catch (SQLException e) {
      return afterFault(SqlFault.of(database.dialect(), e).reason());
    } catch (RuntimeException e) {
      return afterFault(e.toString());
    }
  }

  private void hear(Connection open) throws SQLException {
    var payloads = notifications.await(open, ASK_EVERY);
    payloads.forEach(payload -> wakeUps.call(named(payload)));
    if (payloads.isEmpty() && !isClosed() && !open.isValid(ANSWER_WITHIN_SECONDS)) {
      throw new SQLException("the listening connection is dead", "08006");
    }
  }

  private List<TableId> named(String payload) {
    return payload.isEmpty()
        ? tables
        : tables.stream()
            .filter(it -> payload.equals(it.toString()) || payload.equals(it.name()))
            .toList();
  }

  private Duration afterFault(String reason) {
    var wait = backoff.afterFailure().orElseThrow();
    if (!isClosed()) {
      LOG.warn(
          "The database is not listened to, so changes wait for their poll: channel={} failures={}"
              + " waitMs={} reason={}",
          channel,
          backoff.failures(),
          wait.toMillis(),
          reason);
    }
    return wait;
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  /** Ends the thread; does not wait for the database. */
  @Override
  public void close() {
    closed.countDown();
    var open = connection;
    if (open != null) {
      try {
        open.abort(Runnable::run);
      } catch (SQLException e) {
        LOG.debug("The connection was already broken: state={}", e.getSQLState());
      }
    }
  }
}
