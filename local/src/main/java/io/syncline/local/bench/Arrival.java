package io.syncline.local.bench;

import io.syncline.local.LocalException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.LongConsumer;

/**
 * Watch over rows that come in, which costs those who bring them next to nothing.
 *
 * <p>A gauge that is cheap to read, such as an end offset or the size of a file, tells when the
 * first came and when the last. Once it rests, and the time is taken, the rows are counted.
 *
 * @param gauge grows with every row
 * @param count of the rows, exact and costly
 * @param healthy throws when no row can come any more
 * @param spectator is told the gauge's level
 */
record Arrival(Gauge gauge, Gauge count, Runnable healthy, LongConsumer spectator) {

  private static final Duration TICK = Duration.ofMillis(20);
  private static final Duration REST = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Something that can be read off at any time. */
  interface Gauge {

    long read() throws SQLException, InterruptedException;
  }

  /**
   * Course of an arrival.
   *
   * @param firstAfter from the beginning of the watch to just before the first row
   * @param took from there to the last row
   */
  record Course(Duration firstAfter, Duration took) {

    double rate(long rows) {
      return rows * 1e9 / took.toNanos();
    }
  }

  /**
   * Returns when as many rows are there as expected.
   *
   * @throws LocalException when there are more, or when none comes for two minutes
   */
  Course await(long expected) throws SQLException, InterruptedException {
    long began = System.nanoTime();
    long before = began;
    long last = began;
    long looked = began;
    for (long level = 0; ; Thread.sleep(TICK.toMillis())) {
      long now = System.nanoTime();
      long next = gauge.read();
      if (next > level) {
        level = next;
        last = looked = System.nanoTime();
        spectator.accept(level);
        continue;
      }
      // The first row comes between the last look that saw nothing and the first that saw it.
      before = level == 0 ? now : before;
      if (now - looked > REST.toNanos()) {
        looked = now;
        healthy.run();
        long arrived = level > 0 ? count.read() : 0;
        if (arrived == expected) {
          return new Course(Duration.ofNanos(before - began), Duration.ofNanos(last - before));
        }
        refuseToWait(arrived, expected, Duration.ofNanos(now - last));
      }
    }
  }

  private static void refuseToWait(long arrived, long expected, Duration sinceLast) {
    if (arrived > expected || sinceLast.compareTo(PATIENCE) > 0) {
      throw new LocalException(
          "%,d of %,d rows have come, the last %d s ago."
              .formatted(arrived, expected, sinceLast.toSeconds()));
    }
  }
}
