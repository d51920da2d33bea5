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
  static final Pattern TOPICS = Pattern.compile("crm\\..*|quarantine|canonical\\..*");

  private static final Pattern SOURCES = Pattern.compile("crm\\..*");
  private static final Pattern QUARANTINE = Pattern.compile("quarantine");
  private static final Pattern REFERENCES = Pattern.compile("canonical\\.cross-reference");

  private final TopicCounts counts;

  Stages(TopicCounts counts) {
    this.counts = counts;
  }

  List<String> lines(CheckReport targets) {
    List<String> lines = new ArrayList<>();
    long read = counts.records(SOURCES);
    long deleted = read - counts.living(SOURCES);
    lines.add(line("source", "%,d rows, %,d of them deleted", read, deleted));
    lines.add(line("quality", "%,d in quarantine", counts.records(QUARANTINE)));
    lines.add(line("identity", "%,d records have a canonical id", counts.living(REFERENCES)));
    lines.add(
        line(
            "canonical",
            "%,d customers, %,d products, %,d orders",
            canonical("customer"),
            canonical("product"),
            canonical("order")));
    targets.targets().forEach(target -> lines.add(line(target.target(), "%s", rows(target))));
    return lines;
  }

  private long canonical(String entity) {
    return counts.living(Pattern.compile("canonical\\." + entity));
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
