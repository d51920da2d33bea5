package io.syncline.connect.jdbc.source.reading;

import io.syncline.connect.jdbc.database.Backoff;
import io.syncline.connect.jdbc.database.Database;
import io.syncline.connect.jdbc.dialect.SqlFault;
import io.syncline.connect.jdbc.source.config.SourceConfig;
import io.syncline.connect.jdbc.source.evolution.TableWatch;
import io.syncline.connect.jdbc.source.metrics.TableMetrics;
import io.syncline.connect.jdbc.source.reading.load.TaskShare;
import io.syncline.connect.jdbc.source.reading.page.Positions;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reading that survives the database's absences.
 *
 * <p>For one thread; only {@link #interrupt} and {@link #abort} may be called from another.
 */
public final class ReconnectingReader {
  private static final Logger LOG = LoggerFactory.getLogger(ReconnectingReader.class);

  private final Database database;
  private final SourceConfig config;
  private final TaskShare share;
  private final List<TableId> tables;
  private final Positions positions;
  private final Boundaries boundaries;
  private final TableWatch watch;
  private final TableMetrics metrics;
  private final LongSupplier nanoTime;
  private final Backoff backoff;

  /** Tables whose last reading failed. */
  private final Set<TableId> failing = new HashSet<>();

  private volatile @Nullable ReadingSession session;
  private volatile boolean interrupted;
  private long notBefore;

  public ReconnectingReader(
      SourceConfig config,
      TaskShare share,
      Positions positions,
      Boundaries boundaries,
      PluginMetrics pluginMetrics,
      LongSupplier nanoTime) {
    this.database = new Database(config.connection());
    this.config = config;
    this.share = share;
    this.tables = share.all();
    this.positions = positions;
    this.boundaries = boundaries;
    this.watch = new TableWatch(config, database.dialect(), tables);
    this.metrics =
        new TableMetrics(
            pluginMetrics, tables, table -> watch.stopped().containsKey(table), nanoTime);
    this.nanoTime = nanoTime;
    this.backoff = new Backoff(config.connection().backoff(), config.connection().attempts());
    this.notBefore = nanoTime.getAsLong();
  }

  /** How long until there is something to do; not positive when there is now. */
  public Duration untilNextTurn() {
    var open = session;
    return open == null ? Duration.ofNanos(notBefore - nanoTime.getAsLong()) : open.untilNextTurn();
  }

  /** Lets the turns of these tables come now; while the database is away, it tells nothing new. */
  public void call(Collection<TableId> tables) {
    var open = session;
    if (open != null) {
      open.call(tables);
    }
  }

  /**
   * The next records; none while the database is away.
   *
   * @throws ConnectException when it stays away, or when trying again cannot help
   */
  public List<SourceRecord> read() {
    try {
      var open = session == null ? open() : session;
      var records = open.readNext(boundaries);
      open.latest().ifPresent(failing::remove);
      if (failing.isEmpty()) {
        backoff.succeeded();
      }
      return records;
    } catch (SQLException e) {
      return afterFault(e);
    }
  }

  /** Tables that are read no more because they changed, with the reason. */
  public Map<TableId, String> stoppedTables() {
    return watch.stopped();
  }

  private ReadingSession open() throws SQLException {
    var open = ReadingSession.open(database, config, order(), positions, watch, metrics, nanoTime);
    session = open;
    LOG.info("Connected to the database: tables={}", tables);
    return open;
  }

  /** A table that is locked does not keep the others from being read. */
  private TaskShare order() {
    return share.sorted(Comparator.comparing(failing::contains));
  }

  private List<SourceRecord> afterFault(SQLException exception) {
    var open = session;
    if (open != null) {
      open.latest().ifPresent(failing::add);
    }
    disconnect();
    if (interrupted) {
      return List.of();
    }
    boundaries.cut();
    var fault = SqlFault.of(database.dialect(), exception);
    if (!fault.passing()) {
      throw new ConnectException(
          "Tables %s cannot be read: %s. Put this right in the database or in the configuration, then restart the task."
              .formatted(tables, fault.reason()));
    }
    var wait = backoff.afterFailure().orElseThrow(() -> gaveUp(fault));
    notBefore = nanoTime.getAsLong() + wait.toNanos();
    LOG.warn(
        "The database does not answer, trying again: failures={} waitMs={} tables={} reason={}",
        backoff.failures(),
        wait.toMillis(),
        failing.isEmpty() ? tables : failing,
        fault.reason());
    return List.of();
  }

  private ConnectException gaveUp(SqlFault fault) {
    return new ConnectException(
        "The database failed %d times in a row, with tables %s: %s. See that it runs, that connection.url is right and that nobody locks the tables, then restart the task; connection.attempts=0 never gives up."
            .formatted(backoff.failures(), failing.isEmpty() ? tables : failing, fault.reason()));
  }

  /** Cancels a running query, so that {@link #read} returns soon. */
  public void interrupt() {
    interrupted = true;
    var open = session;
    if (open != null) {
      quietly(open::interrupt);
    }
  }

  /** Cuts the connection, for when the database does not listen to {@link #interrupt}. */
  public void abort() {
    metrics.close();
    var open = session;
    if (open != null) {
      quietly(open::abort);
    }
  }

  /** Ends the reading for good. */
  public void close() {
    metrics.close();
    disconnect();
  }

  private void disconnect() {
    var open = session;
    session = null;
    if (open != null) {
      quietly(open::close);
    }
  }

  /** An end of a connection. */
  private interface Ending {
    void run() throws SQLException;
  }

  private static void quietly(Ending ending) {
    try {
      ending.run();
    } catch (SQLException e) {
      LOG.debug("The connection was already broken: state={}", e.getSQLState());
    }
  }
}
