package io.syncline.local.check;

import io.syncline.local.check.TargetReport.Count;
import io.syncline.local.check.TargetReport.Difference;
import io.syncline.local.crm.Database;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Comparison of the targets with the sources, row by row. */
public final class TargetCheck {

  private static final int NAMED_DIFFERENCES = 20;
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

  private final List<CrmExpectation> sources;
  private final List<Database> targets;

  public TargetCheck(List<CrmExpectation> sources, List<Database> targets) {
    this.sources = sources;
    this.targets = targets;
  }

  /** Compares once. What changes meanwhile may show as a difference. */
  public CheckReport run() throws SQLException {
    Expectation expected = Expectation.of(sources);
    List<TargetReport> reports = new ArrayList<>();
    for (Database target : targets) {
      try (Connection connection = target.open()) {
        reports.add(report(target.name(), expected, new TargetContent(connection)));
      }
    }
    return new CheckReport(reports);
  }

  /** Compares until all is equal or patience ends, and reports the last comparison. */
  public CheckReport runUntilEqual(Duration patience) throws SQLException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    CheckReport report = run();
    while (!report.equal() && System.nanoTime() < end) {
      Thread.sleep(BETWEEN_TRIES.toMillis());
      report = run();
    }
    return report;
  }

  private static TargetReport report(String target, Expectation expected, TargetContent actual)
      throws SQLException {
    List<Difference> differences = differences(expected, actual);
    List<Count> counts = counts(expected, actual);
    return new TargetReport(
        target, counts, differences.size(), differences.stream().limit(NAMED_DIFFERENCES).toList());
  }

  private static List<Difference> differences(Expectation expected, TargetContent actual)
      throws SQLException {
    Expectation.Table customers = expected.customers();
    Expectation.Table products = expected.products();
    Expectation.Table orders = expected.orders();
    List<Difference> differences = new ArrayList<>();
    differences.addAll(
        new Comparison("customers").of(customers.facts(), actual.customers(customers.columns())));
    differences.addAll(
        new Comparison("products").of(products.facts(), actual.products(products.columns())));
    differences.addAll(
        new Comparison("orders").of(orders.facts(), actual.orders(orders.columns())));
    return differences;
  }

  private static List<Count> counts(Expectation expected, TargetContent actual)
      throws SQLException {
    List<Count> counts = new ArrayList<>();
    counts.add(count("customers", expected.customers().rows(), actual));
    counts.add(count("products", expected.products().rows(), actual));
    counts.add(count("orders", expected.orders().rows(), actual));
    counts.add(count("order_lines", expected.lines(), actual));
    counts.addAll(totals(expected.totals(), actual.totals()));
    return counts;
  }

  private static Count count(String table, long expected, TargetContent actual)
      throws SQLException {
    return new Count(table, BigDecimal.valueOf(expected), BigDecimal.valueOf(actual.count(table)));
  }

  private static List<Count> totals(
      Map<String, BigDecimal> expected, Map<String, BigDecimal> actual) {
    Set<String> sources = new TreeSet<>(expected.keySet());
    sources.addAll(actual.keySet());
    return sources.stream()
        .map(
            source ->
                new Count(
                    "order totals of " + source,
                    expected.getOrDefault(source, BigDecimal.ZERO),
                    actual.getOrDefault(source, BigDecimal.ZERO)))
        .toList();
  }
}
