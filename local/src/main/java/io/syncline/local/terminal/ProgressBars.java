package io.syncline.local.terminal;

import java.io.PrintStream;
import java.text.DecimalFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** One bar per task, redrawn in place: how far, how fast, how long still. */
final class ProgressBars implements Progress {

  private static final int REDRAW_MS = 200;
  private static final int NAME_WIDTH = 20;

  private final PrintStream out;
  private final String unit;
  private final ProgressBarStyle style;
  private final Map<String, ProgressBar> bars = new LinkedHashMap<>();

  ProgressBars(PrintStream out, String unit, boolean colour) {
    this.out = out;
    this.unit = unit;
    style = colour ? ProgressBarStyle.COLORFUL_UNICODE_BLOCK : ProgressBarStyle.ASCII;
  }

  @Override
  public void show(String task, long done, long total) {
    ProgressBar bar = bars.computeIfAbsent(task, name -> bar(name, total));
    if (bar.getCurrent() < total) {
      bar.stepTo(done);
      // A finished task keeps the rate it had.
      if (done >= total) {
        bar.pause();
      }
    }
  }

  @Override
  public void close() {
    bars.values().forEach(ProgressBar::close);
    out.flush();
  }

  private ProgressBar bar(String name, long total) {
    return new ProgressBarBuilder()
        .setTaskName(("  %-" + NAME_WIDTH + "s").formatted(name))
        .setInitialMax(total)
        .setUnit(" " + unit, 1)
        .setStyle(style)
        .setUpdateIntervalMillis(REDRAW_MS)
        .showSpeed(new DecimalFormat("#,##0"))
        .build();
  }
}
