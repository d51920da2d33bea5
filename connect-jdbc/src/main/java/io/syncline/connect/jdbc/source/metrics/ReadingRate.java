package io.syncline.connect.jdbc.source.metrics;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.common.metrics.MetricConfig;
import org.apache.kafka.common.metrics.stats.SimpleRate;

/** Rows per second over the last minute; for any thread. */
final class ReadingRate {
  private static final int SAMPLES = 12;
  private static final long SAMPLE_SECONDS = 5;
  private static final long UNKNOWN = -1;

  private final MetricConfig config =
      new MetricConfig().samples(SAMPLES).timeWindow(SAMPLE_SECONDS, TimeUnit.SECONDS);
  private final SimpleRate rate = new SimpleRate();
  private final LongSupplier nanoTime;

  ReadingRate(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  synchronized void add(int rows) {
    rate.record(config, rows, millis());
  }

  synchronized double perSecond() {
    return rate.measure(config, millis());
  }

  /**
   * How long so many rows take.
   *
   * @param rows negative if unknown
   * @return -1 if unknown
   */
  long secondsFor(long rows) {
    var perSecond = perSecond();
    if (rows == 0) {
      return 0;
    }
    return rows < 0 || perSecond <= 0 ? UNKNOWN : Math.round(Math.ceil(rows / perSecond));
  }

  private long millis() {
    return TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong());
  }
}
