package io.syncline.local.terminal;

import java.util.Locale;

/** Course of one task: how far, how fast, how long still. */
final class Pace {

  private final long total;
  private long moving;
  private long last;
  private long done;

  /** Time is in nanoseconds, from any beginning. */
  Pace(long total, long now) {
    this.total = total;
    moving = now;
    last = now;
  }

  /** The rate counts from the last time that nothing was done: a slow start is not a slow task. */
  synchronized void at(long nowDone, long now) {
    if (nowDone == 0) {
      moving = now;
    }
    if (nowDone != done || nowDone < total) {
      last = now;
    }
    done = nowDone;
  }

  synchronized int percent() {
    return total == 0 ? 100 : (int) Math.min(100, 100 * done / total);
  }

  synchronized String text(String unit) {
    double seconds = Math.max(last - moving, 1_000_000) / 1e9;
    double rate = done / seconds;
    String count = String.format(Locale.ROOT, "%,d of %,d %s", done, total, unit);
    if (done == 0) {
      return count;
    }
    String time =
        done >= total
            ? "done in %.1f s".formatted(seconds)
            : "%.0f s left".formatted((total - done) / rate);
    return String.format(Locale.ROOT, "%s, %,.0f/s, %s", count, rate, time);
  }
}
