package io.syncline.local.terminal;

import java.time.Duration;
import java.util.HashMap;
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
    Task task = tasks.computeIfAbsent(name, key -> new Task(new Pace(total, now), now, -1));
    task.pace.at(done, now);
    boolean early = done < total && now - task.printed < PAUSE.toNanos();
    if (early || done == task.done) {
      return;
    }
    tasks.put(name, new Task(task.pace, now, done));
    screen.line("%-18s %3d %%  %s".formatted(name, task.pace.percent(), task.pace.text(unit)));
  }

  @Override
  public void close() {
    tasks.clear();
  }

  private record Task(Pace pace, long printed, long done) {}
}
