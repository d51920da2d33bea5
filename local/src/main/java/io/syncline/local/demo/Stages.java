package io.syncline.local.demo;

import io.syncline.local.check.CheckReport;
import io.syncline.local.check.TargetReport;
import io.syncline.local.check.TargetReport.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How many records each stage has passed on. */
final class Stages {

  /** Topics on which the stages hand over to one another. */
  static final Pattern TOPICS =
      Pattern.compile("crm\\..*|quarantine|canonical\\..*|.*-repartition");

  private static final Pattern SOURCES = Pattern.compile("crm\\..*");
  private static final Pattern CLAIMS = Pattern.compile(".*identity\\.claims-repartition");

  private final TopicCounts counts;

  Stages(TopicCounts counts) {
    this.counts = counts;
  }

  List<String> lines(CheckReport targets) {
    List<String> lines = new ArrayList<>();
    lines.add(line("source", "%,d rows read", counts.recordsOfAll(SOURCES)));
    lines.add(line("mapping", "%,d records mapped and judged good", counts.recordsOfAll(CLAIMS)));
    lines.add(line("quality", "%,d records in quarantine", counts.records("quarantine")));
    lines.add(
        line(
            "canonical",
            "%,d customers, %,d products, %,d orders",
            counts.living("canonical.customer"),
            counts.living("canonical.product"),
            counts.living("canonical.order")));
    targets.targets().forEach(target -> lines.add(line(target.target(), "%s", rows(target))));
    return lines;
  }

  private static String rows(TargetReport target) {
    return target.counts().stream()
        .filter(count -> count.actual().scale() == 0)
        .map(Stages::rows)
        .collect(Collectors.joining(", "));
  }

  private static String rows(Count count) {
    return String.format(Locale.ROOT, "%,d %s", count.actual().longValue(), count.what());
  }

  private static String line(String stage, String what, Object... numbers) {
    return "%-12s ".formatted(stage) + String.format(Locale.ROOT, what, numbers);
  }
}
