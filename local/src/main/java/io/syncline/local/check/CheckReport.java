package io.syncline.local.check;

import io.syncline.local.check.TargetReport.Count;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Expected against actual in every target. */
public record CheckReport(List<TargetReport> targets) {

  public boolean equal() {
    return targets.stream().allMatch(TargetReport::equal);
  }

  /** The report as a table, then the rows that differ, for a terminal of any kind. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("%-12s %-24s %16s %16s".formatted("target", "", "expected", "actual"));
    for (TargetReport target : targets) {
      target.counts().forEach(count -> lines.add(line(target.target(), count)));
      lines.addAll(differences(target));
    }
    return lines;
  }

  private static String line(String target, Count count) {
    return "%-12s %-24s %16s %16s  %s"
        .formatted(
            target,
            count.what(),
            number(count.expected()),
            number(count.actual()),
            count.equal() ? "equal" : "DIFFERENT");
  }

  private static List<String> differences(TargetReport target) {
    List<String> lines = new ArrayList<>();
    if (target.differing() > 0) {
      lines.add("%-12s %,d rows differ".formatted(target.target(), target.differing()));
      target.first().forEach(row -> lines.add("%-12s   %s".formatted("", row)));
    }
    if (target.differing() > target.first().size()) {
      lines.add("%-12s   ...".formatted(""));
    }
    return lines;
  }

  /** Rows as they are, money to the cent, and finer only where there is something to see. */
  private static String number(BigDecimal number) {
    int cents = Math.max(2, number.stripTrailingZeros().scale());
    return String.format(Locale.ROOT, "%,." + (number.scale() > 0 ? cents : 0) + "f", number);
  }
}
