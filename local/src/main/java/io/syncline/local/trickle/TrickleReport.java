package io.syncline.local.trickle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Live changes made in both CRMs, with the time each target took to show them. */
public record TrickleReport(int inserts, int updates, int deletes, List<TargetDelays> targets) {

  private static final int NAMED_MISSING = 5;

  /** Says whether every change arrived in every target. */
  public boolean complete() {
    return targets.stream().allMatch(target -> target.missing().isEmpty());
  }

  /** The report for a terminal of any kind. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("%d inserts, %d updates, %d deletes".formatted(inserts, updates, deletes));
    for (TargetDelays target : targets) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-12s p50 %.0f ms, p99 %.0f ms, max %.0f ms (%d seen, %d missing)",
              target.target(),
              target.p50(),
              target.p99(),
              target.max(),
              target.seen(),
              target.missing().size()));
      target.missing().stream()
          .limit(NAMED_MISSING)
          .forEach(change -> lines.add("%-12s missing: %s".formatted("", change)));
    }
    return lines;
  }
}
