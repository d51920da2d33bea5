package io.syncline.connect.jdbc.source.reading;

import io.syncline.connect.jdbc.database.Database;
import io.syncline.connect.jdbc.source.config.SourceConfig;
import io.syncline.connect.jdbc.source.evolution.TableWatch;
import io.syncline.connect.jdbc.source.metrics.TableMetrics;
import io.syncline.connect.jdbc.source.reading.Turns.Turn;
import io.syncline.connect.jdbc.source.reading.load.TaskShare;
import io.syncline.connect.jdbc.source.reading.page.Positions;
import io.syncline.connect.jdbc.source.reading.page.ReadingContext;
import io.syncline.connect.jdbc.source.reading.page.RunningStatement;
import io.syncline.connect.jdbc.source.reading.page.TableReader.Next;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tables of a task, read in turns over one connection.
 *
 * <p>For one thread; only {@link #interrupt} may be called from another.
 */
public final class ReadingSession implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReadingSession.class);
  private static final long COUNT_EVERY = TimeUnit.SECONDS.toNanos(30);

  private final Connection connection;
  private final RunningStatement running;
  private final TableMetrics metrics;
  private final LongSupplier nanoTime;
  private final Turns turns;
  private final Map<TableId, Long> counted = new HashMap<>();
  private @Nullable TableId latest;

  private ReadingSession(
      Connection connection,
      RunningStatement running,
      Duration pause,
      TableMetrics metrics,
      LongSupplier nanoTime) {
    this.connection = connection;
    this.running = running;
    this.metrics = metrics;
    this.nanoTime = nanoTime;
    this.turns = new Turns(pause, nanoTime);
  }

  /** Connects, and asks the database what the tables are like. */
  public static ReadingSession open(
      Database database,
      SourceConfig config,
      TaskShare share,
      Positions positions,
      TableWatch watch,
      TableMetrics metrics,
      LongSupplier nanoTime)
      throws SQLException {
    var connection = database.openReader();
    try {
      var running = new RunningStatement();
      var session =
          new ReadingSession(connection, running, config.poll().interval(), metrics, nanoTime);
      var context = new ReadingContext(config, database.dialect(), positions, running, watch);
      var readers = new TableReaders(context, connection, share);
      for (var load : share.loads()) {
        session.turns.add(load.plan().table(), readers.reader(load));
      }
      for (var table : share.tables()) {
        session.turns.add(table, readers.reader(table));
      }
      connection.commit();
      return session;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** How long until a table may be read; not positive when one may be read now. */
  public Duration untilNextTurn() {
    return turns.untilNext();
  }

  /** Lets the turns of these tables come now, since they have changed. */
  public void call(Collection<TableId> tables) {
    turns.call(tables);
  }

  /** The next page of the table whose turn it is; empty when no table's turn has come. */
  public List<SourceRecord> readNext(Boundaries boundaries) throws SQLException {
    var turn = turns.take();
    return turn.isPresent() ? read(turn.get(), boundaries) : List.of();
  }

  /** The table that was read last, or whose reading failed. */
  Optional<TableId> latest() {
    return Optional.ofNullable(latest);
  }

  private List<SourceRecord> read(Turn turn, Boundaries boundaries) throws SQLException {
    latest = turn.table();
    var page = turn.reader().read(connection);
    turns.after(turn, boundaries.after(page));
    metrics.polled(turn.table(), page.records().size());
    tellHowFarBehind(turn, page.next());
    return page.records();
  }

  /** Counting costs, so it is done now and then, and only where there is something to count. */
  private void tellHowFarBehind(Turn turn, Next next) {
    var now = nanoTime.getAsLong();
    if (next.atEnd()) {
      metrics.behind(turn.table(), 0);
    } else if (now - counted.getOrDefault(turn.table(), now - COUNT_EVERY) >= COUNT_EVERY) {
      count(turn, now);
    }
  }

  /** The page that was read must be sent, whatever becomes of the count. */
  private void count(Turn turn, long now) {
    try {
      var behind = turn.reader().behind(connection);
      if (behind.isPresent()) {
        counted.put(turn.table(), now);
        metrics.behind(turn.table(), behind.getAsLong());
      }
    } catch (SQLException e) {
      counted.put(turn.table(), now);
      LOG.warn("Waiting rows cannot be counted: table={} state={}", turn.table(), e.getSQLState());
      endCount();
    }
  }

  private void endCount() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      LOG.debug("The next reading will find the connection broken: state={}", e.getSQLState());
    }
  }

  /** Cancels what the database is doing on this connection. */
  public void interrupt() throws SQLException {
    running.cancel();
  }

  /** Cuts the connection without a word to the database. */
  public void abort() throws SQLException {
    connection.abort(Runnable::run);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
