package io.syncline.connect.jdbc.source;

import io.syncline.connect.jdbc.ConnectorVersion;
import io.syncline.connect.jdbc.source.config.SourceConfig;
import io.syncline.connect.jdbc.source.reading.ReconnectingReader;
import io.syncline.connect.jdbc.source.reading.page.Partitions;
import io.syncline.connect.jdbc.source.reading.page.Positions;
import io.syncline.connect.jdbc.table.TableId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
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
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable ReconnectingReader reader;

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
    var positions = new Positions(context.offsetStorageReader(), Partitions.of(config));
    reader =
        new ReconnectingReader(
            config,
            config.queryId().map(List::of).orElseGet(() -> TaskTables.read(settings)),
            positions,
            context.pluginMetrics(),
            nanoTime);
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
    if (stoppedWithin(shorter(started.untilNextTurn(), LONGEST_WAIT))
        || started.untilNextTurn().toNanos() > 0) {
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

  private boolean stoppedWithin(Duration wait) throws InterruptedException {
    return stopped.await(wait.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Returns after at most two seconds, whatever the database is doing. */
  @Override
  public void stop() {
    stopped.countDown();
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
