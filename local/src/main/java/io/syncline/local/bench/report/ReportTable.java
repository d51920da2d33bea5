package io.syncline.local.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Report as lines of text, every ratio beside its aim. */
public final class ReportTable {

  private static final String ROW = "%-30s %10s %-7s %-21s %9s  %-13s  %s";

  private ReportTable() {}

  /** The section's figures under a line of column names. */
  public static List<String> lines(Section section) {
    List<String> lines = new ArrayList<>();
    lines.add(row("", "median", "", "min … max", "ours / it", "min … max", "aim"));
    section.figures().forEach(figure -> lines.add(line(figure)));
    return lines;
  }

  public static List<String> lines(RunOn runOn) {
    return runOn.facts().entrySet().stream()
        .map(fact -> "%-16s %s".formatted(fact.getKey(), fact.getValue()))
        .toList();
  }

  private static String line(Figure figure) {
    Samples samples = figure.samples();
    return row(
        figure.what(),
        number(samples.median()),
        figure.unit(),
        range(samples),
        figure.ratio().map(Samples::median).map(ReportTable::number).orElse(""),
        figure.ratio().map(ReportTable::range).orElse(""),
        figure.aim().map(aim -> text(aim, figure.meetsAim())).orElse(""));
  }

  private static String row(Object... cells) {
    return ROW.formatted(cells).stripTrailing();
  }

  private static String range(Samples samples) {
    return samples.values().size() == 1
        ? ""
        : number(samples.min()) + " … " + number(samples.max());
  }

  private static String text(Aim aim, boolean met) {
    String bound = aim.bound() == Aim.Bound.AT_LEAST ? ">= " : "<= ";
    return bound + number(aim.value()) + (met ? "  met" : "  missed");
  }

  /** Three digits that count, or all of a whole number. */
  private static String number(double value) {
    if (value >= 100) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
  }
}
