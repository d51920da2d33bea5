package io.syncline.connect.jdbc.source.metrics;

import io.syncline.connect.jdbc.table.TableId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;

/**
 * Metrics of a task's tables, as the worker shows them.
 *
 * <p>Written by the task's thread, read by any.
 */
public final class TableMetrics {
  private static final long UNKNOWN = -1;

  private final PluginMetrics metrics;
  private final List<MetricName> names = new ArrayList<>();
  private final Predicate<TableId> stopped;
  private final LongSupplier nanoTime;
  private final Map<TableId, Progress> tables = new LinkedHashMap<>();

  /** What is known of one table. */
  private record Progress(
      AtomicLong lastPoll, AtomicLong read, AtomicLong behind, ReadingRate rate) {}

  /**
   * @param stopped tells tables that are read no more
   */
  public TableMetrics(
      PluginMetrics metrics,
      List<TableId> tables,
      Predicate<TableId> stopped,
      LongSupplier nanoTime) {
    this.metrics = metrics;
    this.stopped = stopped;
    this.nanoTime = nanoTime;
    for (var table : tables) {
      var progress =
          new Progress(
              new AtomicLong(nanoTime.getAsLong()),
              new AtomicLong(),
              new AtomicLong(UNKNOWN),
              new ReadingRate(nanoTime));
      this.tables.put(table, progress);
      show(metrics, table, progress);
    }
  }

  private void show(PluginMetrics metrics, TableId table, Progress progress) {
    var gauges = new Gauges(metrics, table, names);
    gauges.add(
        "seconds-since-last-poll",
        "Seconds since the table was last read without a fault, or since the task started.",
        () -> TimeUnit.NANOSECONDS.toSeconds(nanoTime.getAsLong() - progress.lastPoll.get()));
    gauges.add("rows-read-total", "Rows sent since the task started.", progress.read::get);
    gauges.add(
        "rows-behind",
        "Rows that wait to be read, as last counted, or as a load was; 0 at the end, -1 if unknown.",
        progress.behind::get);
    gauges.add(
        "rows-per-second",
        "Rows sent in a second, in the last minute.",
        () -> Math.round(progress.rate.perSecond()));
    gauges.add(
        "seconds-to-end",
        "Seconds until no row waits at this rate; -1 if unknown.",
        () -> progress.rate.secondsFor(progress.behind.get()));
    gauges.add(
        "stopped",
        "1 if the table is read no more because it changed, else 0.",
        () -> stopped.test(table) ? 1 : 0);
  }

  /** Takes the metrics away, so that a task that starts anew can show its own. */
  public void close() {
    names.forEach(metrics::removeMetric);
    names.clear();
  }

  /** Gauges of one table. */
  private record Gauges(PluginMetrics metrics, TableId table, List<MetricName> names) {
    void add(String name, String description, LongSupplier value) {
      var tags = new LinkedHashMap<>(Map.of("table", table.toString()));
      var metric = metrics.metricName(name, description, tags);
      metrics.addMetric(metric, (Gauge<Long>) (config, now) -> value.getAsLong());
      names.add(metric);
    }
  }

  /** A table that is stopped was not read, however well its turn went. */
  public void polled(TableId table, int rows) {
    if (stopped.test(table)) {
      return;
    }
    var progress = tables.get(table);
    progress.lastPoll.set(nanoTime.getAsLong());
    progress.read.addAndGet(rows);
    progress.rate.add(rows);
    progress.behind.updateAndGet(
        behind -> behind == UNKNOWN ? UNKNOWN : Math.max(0, behind - rows));
  }

  public void behind(TableId table, long rows) {
    tables.get(table).behind.set(rows);
  }
}
