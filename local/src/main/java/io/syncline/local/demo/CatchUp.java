package io.syncline.local.demo;

import io.syncline.local.check.CheckReport;
import io.syncline.local.check.TargetCheck;
import io.syncline.local.check.TargetReport;
import io.syncline.local.check.TargetReport.Count;
import io.syncline.local.platform.Platform;
import io.syncline.local.terminal.Progress;
import io.syncline.local.terminal.Screen;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;

/** Targets on their way to what the sources want, watched until they are there. */
final class CatchUp {

  /** After this long without a change a difference is no longer a delay. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration LEAST_PAUSE = Duration.ofSeconds(1);

  private final Platform platform;
  private final TargetCheck check;
  private Duration took = Duration.ZERO;

  CatchUp(Platform platform, TargetCheck check) {
    this.platform = platform;
    this.check = check;
  }

  /** Returns the last comparison: equal, or different although nothing has moved for a minute. */
  CheckReport watch(Screen screen) throws SQLException, InterruptedException {
    try (Progress progress = screen.progress("rows")) {
      CheckReport report = compare();
      long moved = System.nanoTime();
      while (!report.equal() && System.nanoTime() - moved < PATIENCE.toNanos()) {
        show(report, progress);
        platform.requireHealthy();
        CheckReport next = next();
        if (!next.equals(report)) {
          moved = System.nanoTime();
        }
        report = next;
      }
      show(report, progress);
      return report;
    }
  }

  /** Compares again, but not so often that comparing is what keeps the machine busy. */
  private CheckReport next() throws SQLException, InterruptedException {
    Thread.sleep(Math.max(LEAST_PAUSE.toMillis(), 3 * took.toMillis()));
    return compare();
  }

  private CheckReport compare() throws SQLException {
    long before = System.nanoTime();
    CheckReport report = check.run();
    took = Duration.ofNanos(System.nanoTime() - before);
    return report;
  }

  private static void show(CheckReport report, Progress progress) {
    for (TargetReport target : report.targets()) {
      progress.show(target.target(), rows(target, Count::actual), rows(target, Count::expected));
    }
  }

  private static long rows(TargetReport target, Function<Count, BigDecimal> side) {
    return target.counts().stream()
        .filter(count -> count.expected().scale() == 0)
        .mapToLong(count -> side.apply(count).longValue())
        .sum();
  }
}
