package io.syncline.local.terminal;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A line per task every few seconds while it moves, and one when it is done. */
final class ProgressLines implements Progress {

  private static final Duration PAUSE = Duration.ofSeconds(3);

  private final Screen screen;
  private final String unit;
  private final Map<String, Task> tasks = new HashMap<>();

  ProgressLines(Screen screen, String unit) {
    this.screen = screen;
    this.unit = unit;
  }

  @Override
  public void show(String name, long done, long total) {
    long now = System.nanoTime();
    Task task = tasks.computeIfAbsent(name, key -> new Task(now, now, -1));
    boolean early = done < total && now - task.printed < PAUSE.toNanos();
    if (early || done == task.done) {
      return;
    }
    tasks.put(name, new Task(task.started, now, done));
    screen.line(line(name, done, total, (now - task.started) / 1e9));
  }

  @Override
  public void close() {
    tasks.clear();
  }

  private String line(String name, long done, long total, double seconds) {
    double rate = done / Math.max(seconds, 0.001);
    return String.format(
        Locale.ROOT,
        "%-20s %3d %%  %,d of %,d %s  %,.0f/s  %s",
        name,
        total == 0 ? 100 : Math.min(100, 100 * done / total),
        done,
        total,
        unit,
        rate,
        done >= total ? "done in %.1f s".formatted(seconds) : remaining(done, total, rate));
  }

  private static String remaining(long done, long total, double rate) {
    return done == 0 ? "" : "%.0f s left".formatted((total - done) / rate);
  }

  private record Task(long started, long printed, long done) {}
}
