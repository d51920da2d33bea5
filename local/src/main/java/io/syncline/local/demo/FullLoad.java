package io.syncline.local.demo;

import io.syncline.local.LocalException;
import io.syncline.local.platform.Platform;
import io.syncline.local.terminal.Progress;
import io.syncline.local.terminal.Screen;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Full load of the sources, watched until every row is on its topic. */
final class FullLoad {

  private static final Duration LIMIT = Duration.ofMinutes(30);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int CHECKED_EVERY = 10;

  private final Platform platform;
  private final TopicCounts counts;

  FullLoad(Platform platform, TopicCounts counts) {
    this.platform = platform;
    this.counts = counts;
  }

  /**
   * Returns when every topic holds as many records as its table has rows.
   *
   * @param rows of each table, by {@code source.table}
   */
  void watch(Map<String, Long> rows, Screen screen) throws InterruptedException {
    Map<String, Long> expected = new TreeMap<>(rows);
    long end = System.nanoTime() + LIMIT.toNanos();
    try (Progress progress = screen.progress("rows")) {
      for (int round = 0; !show(expected, progress); round++) {
        if (System.nanoTime() > end) {
          throw new LocalException(
              "The full load is not through after " + LIMIT.toMinutes() + " min");
        }
        if (round % CHECKED_EVERY == 0) {
          platform.requireHealthy();
        }
        Thread.sleep(PAUSE.toMillis());
      }
    }
  }

  private boolean show(Map<String, Long> expected, Progress progress) {
    boolean complete = true;
    for (Map.Entry<String, Long> table : expected.entrySet()) {
      long read = Math.min(counts.records("crm." + table.getKey()), table.getValue());
      progress.show(table.getKey(), read, table.getValue());
      complete &= read == table.getValue();
    }
    return complete;
  }
}
