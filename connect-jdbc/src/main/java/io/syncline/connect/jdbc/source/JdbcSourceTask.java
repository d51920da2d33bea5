package io.syncline.connect.jdbc.source;

import io.syncline.connect.jdbc.ConnectorVersion;
import io.syncline.connect.jdbc.database.Database;
import io.syncline.connect.jdbc.source.config.SourceConfig;
import io.syncline.connect.jdbc.source.config.SourceMode;
import io.syncline.connect.jdbc.source.reading.Boundaries;
import io.syncline.connect.jdbc.source.reading.ReconnectingReader;
import io.syncline.connect.jdbc.source.reading.page.Positions;
import io.syncline.connect.jdbc.source.wakeup.ChangeListener;
import io.syncline.connect.jdbc.source.wakeup.WakeUps;
import io.syncline.connect.jdbc.table.TableId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.jspecify.annotations.Nullable;

/** Reading of a share of the tables, from start to stop. */
public final class JdbcSourceTask extends SourceTask {
  /** A worker pauses and stops a task only between polls. */
  private static final Duration LONGEST_WAIT = Duration.ofMillis(200);

  private static final Duration PATIENCE_WITH_CANCEL = Duration.ofSeconds(2);

  private final LongSupplier nanoTime;
  private final WakeUps wakeUps = new WakeUps();
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable ReconnectingReader reader;
  private volatile @Nullable ChangeListener listener;

  public JdbcSourceTask() {
    this(System::nanoTime);
  }

  JdbcSourceTask(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  @Override
  public String version() {
    return ConnectorVersion.current();
  }

  @Override
  public void start(Map<String, String> settings) {
    var config = SourceConfig.parse(settings);
    var share = TaskShares.read(settings);
    reader =
        new ReconnectingReader(
            config,
            share,
            new Positions(context.offsetStorageReader()),
            new Boundaries(
                context.transactionContext(), config.increment().mode() == SourceMode.BULK),
            context.pluginMetrics(),
            nanoTime);
    config.wakeUp().channel().ifPresent(channel -> listen(config, channel, share.all()));
  }

  private void listen(SourceConfig config, String channel, List<TableId> tables) {
    var connection = config.connection();
    listener =
        ChangeListener.start(
            new Database(connection), channel, tables, wakeUps, connection.backoff());
  }

  /** Tables that are read no more because they changed, with the reason. */
  Map<TableId, String> stoppedTables() {
    var started = reader;
    return started == null ? Map.of() : started.stoppedTables();
  }

  /** Waits until a table's turn comes, but never long; null when there is nothing to send. */
  @Override
  public @Nullable List<SourceRecord> poll() throws InterruptedException {
    var started = Objects.requireNonNull(reader);
    started.call(wakeUps.await(shorter(started.untilNextTurn(), LONGEST_WAIT)));
    if (wakeUps.stopped() || started.untilNextTurn().toNanos() > 0) {
      return null;
    }
    reading.lock();
    try {
      var records = started.read();
      return records.isEmpty() ? null : records;
    } finally {
      reading.unlock();
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Returns after at most two seconds, whatever the database is doing. */
  @Override
  public void stop() {
    wakeUps.stop();
    var listening = listener;
    if (listening != null) {
      listening.close();
    }
    var started = reader;
    if (started == null) {
      return;
    }
    started.interrupt();
    try {
      if (reading.tryLock(PATIENCE_WITH_CANCEL.toNanos(), TimeUnit.NANOSECONDS)) {
        started.close();
        reading.unlock();
      } else {
        started.abort();
      }
    } catch (InterruptedException e) {
      started.abort();
      Thread.currentThread().interrupt();
    }
  }
}
