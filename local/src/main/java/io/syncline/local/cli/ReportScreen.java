package io.syncline.local.cli;

import io.syncline.local.bench.report.BenchReport;
import io.syncline.local.bench.report.ReportTable;
import io.syncline.local.terminal.Screen;

/** A benchmark's report on the screen. */
final class ReportScreen {

  private ReportScreen() {}

  static void show(BenchReport report, Screen screen) {
    screen.section("Run on");
    ReportTable.lines(report.runOn()).forEach(screen::line);
    report
        .sections()
        .forEach(
            section -> {
              screen.section(section.title());
              ReportTable.lines(section).forEach(screen::line);
            });
  }
}
