package io.syncline.local.terminal;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** One bar per task, redrawn in place. */
final class ProgressBars implements Progress {

  private static final int REDRAW_MS = 200;
  private static final int BAR_WIDTH = 24;
  private static final String GREEN = "\u001b[32m";
  private static final String PLAIN = "\u001b[0m";

  private final PrintStream out;
  private final String unit;
  private final boolean colour;
  private final Map<String, Task> tasks = new LinkedHashMap<>();

  ProgressBars(PrintStream out, String unit, boolean colour) {
    this.out = out;
    this.unit = unit;
    this.colour = colour;
  }

  @Override
  public void show(String name, long done, long total) {
    Task task = tasks.computeIfAbsent(name, key -> task(key, total));
    task.pace.at(done, System.nanoTime());
    task.bar.stepTo(done);
  }

  @Override
  public void close() {
    tasks.values().forEach(task -> task.bar.close());
    out.flush();
  }

  private Task task(String name, long total) {
    Pace pace = new Pace(total, System.nanoTime());
    ProgressBar bar =
        new ProgressBarBuilder()
            .setInitialMax(total)
            .setUpdateIntervalMillis(REDRAW_MS)
            .setRenderer((state, width) -> draw(name, pace))
            .build();
    return new Task(pace, bar);
  }

  private String draw(String name, Pace pace) {
    int filled = pace.percent() * BAR_WIDTH / 100;
    String bar = "█".repeat(filled) + "░".repeat(BAR_WIDTH - filled);
    // Filled up to cover what a longer text has left.
    return "  %-18s %s %3d %%  %-50s"
        .formatted(name, colour ? GREEN + bar + PLAIN : bar, pace.percent(), pace.text(unit));
  }

  private record Task(Pace pace, ProgressBar bar) {}
}
