package io.syncline.connect.jdbc.source;

import io.syncline.connect.jdbc.database.Backoff;
import io.syncline.connect.jdbc.database.Database;
import io.syncline.connect.jdbc.dialect.SqlFault;
import io.syncline.connect.jdbc.source.config.SourceConfig;
import io.syncline.connect.jdbc.source.reading.load.LoadPlan;
import io.syncline.connect.jdbc.source.reading.load.LoadPlanner;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.source.SourceConnectorContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watch over which tables there are.
 *
 * <p>It has a thread of its own, so that a database that is away holds up no worker; when it stays
 * away, the connector fails with the reason.
 */
final class TableMonitor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TableMonitor.class);

  /** A worker asks again when it is told nothing. */
  private static final Duration PATIENCE_OF_WORKER = Duration.ofSeconds(10);

  private final SourceConfig config;
  private final SourceConnectorContext context;
  private final TableListing listing;
  private final LoadPlanner planner;
  private final Database database;
  private final Backoff backoff;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CompletableFuture<Work> first = new CompletableFuture<>();
  private volatile Work latest = new Work(List.of(), List.of());

  /** What the tasks have to share. */
  record Work(List<TableId> tables, List<LoadPlan> loads) {}

  private TableMonitor(SourceConfig config, SourceConnectorContext context) {
    this.config = config;
    this.context = context;
    this.database = new Database(config.connection());
    this.listing = new TableListing(config);
    this.planner = new LoadPlanner(config, database.dialect(), context.offsetStorageReader());
    this.backoff = new Backoff(config.connection().backoff(), config.connection().attempts());
  }

  static TableMonitor start(SourceConfig config, SourceConnectorContext context) {
    var monitor = new TableMonitor(config, context);
    var thread = new Thread(monitor::watch, "jdbc-table-monitor");
    thread.setDaemon(true);
    thread.start();
    return monitor;
  }

  /**
   * The tables as last seen, and how those are loaded that are large.
   *
   * @throws RetriableException while they are not known yet
   */
  Work work() {
    try {
      first.get(PATIENCE_OF_WORKER.toMillis(), TimeUnit.MILLISECONDS);
      return latest;
    } catch (TimeoutException e) {
      throw new RetriableException("The database has not told its tables yet; see the log.");
    } catch (ExecutionException e) {
      throw new ConnectException(e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RetriableException("Interrupted while waiting for the tables.", e);
    }
  }

  private void watch() {
    try {
      var wait = Duration.ZERO;
      while (!closed.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        wait = look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      first.completeExceptionally(e);
      context.raiseError(e);
    }
  }

  /** Returns when to look again. */
  private Duration look() {
    try (var connection = database.openReader()) {
      var tables = listing.list(connection);
      publish(new Work(tables, planner.plans(connection, tables)));
      backoff.succeeded();
      return config.tables().refresh();
    } catch (SQLException e) {
      return afterFault(SqlFault.of(database.dialect(), e));
    }
  }

  private void publish(Work work) {
    var known = first.isDone();
    var changed = isChanged(work);
    latest = work;
    first.complete(work);
    if (known && changed) {
      LOG.info("Tables are shared out anew: tables={}", work.tables());
      context.requestTaskReconfiguration();
    }
  }

  /** A load that has ended needs no new tasks. */
  private boolean isChanged(Work work) {
    return !work.tables().equals(latest.tables()) || !latest.loads().containsAll(work.loads());
  }

  private Duration afterFault(SqlFault fault) {
    if (!fault.passing()) {
      throw new ConnectException("The tables cannot be listed: " + fault.reason() + ".");
    }
    var wait = backoff.afterFailure().orElseThrow(() -> gaveUp(fault));
    LOG.warn(
        "The database does not answer, trying again: failures={} waitMs={} reason={}",
        backoff.failures(),
        wait.toMillis(),
        fault.reason());
    return wait;
  }

  private ConnectException gaveUp(SqlFault fault) {
    return new ConnectException(
        "The database failed %d times in a row: %s. See that it runs and that connection.url is right, then restart the connector; connection.attempts=0 never gives up."
            .formatted(backoff.failures(), fault.reason()));
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      planner.interrupt();
    } catch (SQLException e) {
      LOG.debug("The connection was already broken: state={}", e.getSQLState());
    }
  }
}
