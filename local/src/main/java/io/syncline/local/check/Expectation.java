package io.syncline.local.check;

import io.syncline.local.check.ExpectedOrder.Line;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What all sources together want to see in a target.
 *
 * @param totals sum of the order totals by source
 */
record Expectation(
    Table customers, Table products, Table orders, long lines, Map<String, BigDecimal> totals) {

  /**
   * Expected content of one target table.
   *
   * @param rows how many there ought to be
   * @param facts by source row and column: the texts of which the target must show one
   * @param columns columns beyond the identifying ones that are compared
   */
  record Table(long rows, Map<SourceKey, Map<String, Set<String>>> facts, Set<String> columns) {}

  static Expectation of(List<CrmExpectation> sources) throws SQLException {
    List<ExpectedRecord> customers = new ArrayList<>();
    List<ExpectedRecord> products = new ArrayList<>();
    List<ExpectedOrder> orders = new ArrayList<>();
    Map<String, BigDecimal> totals = new TreeMap<>();
    for (CrmExpectation source : sources) {
      CrmExpectation.Rows rows = source.read();
      customers.addAll(rows.customers());
      products.addAll(rows.products());
      orders.addAll(rows.orders());
      totals.put(source.source(), total(rows.orders()));
    }
    long lines = orders.stream().mapToLong(order -> order.lines().size()).sum();
    Table people = merged(customers);
    Table goods = merged(products);
    return new Expectation(people, goods, orders(orders, people, goods), lines, totals);
  }

  private static BigDecimal total(List<ExpectedOrder> orders) {
    return orders.stream().map(ExpectedOrder::total).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Table merged(List<ExpectedRecord> records) {
    Map<MatchKey, List<ExpectedRecord>> groups =
        records.stream().collect(Collectors.groupingBy(ExpectedRecord::matchKey));
    Map<SourceKey, Map<String, Set<String>>> facts = new HashMap<>();
    for (List<ExpectedRecord> group : groups.values()) {
      Map<String, Set<String>> choices = choices(group);
      group.forEach(member -> facts.put(member.key(), choices));
    }
    return new Table(
        groups.size(), facts, columns(records.stream().map(ExpectedRecord::values).toList()));
  }

  /**
   * Which row's value survives is the application's choice; that it comes from one of them is not.
   */
  private static Map<String, Set<String>> choices(List<ExpectedRecord> group) {
    Map<String, Set<String>> choices = new HashMap<>();
    List<SourceKey> members = group.stream().map(ExpectedRecord::key).toList();
    choices.put("sources", Set.of(SourceKey.together(members)));
    for (String column : columns(group.stream().map(ExpectedRecord::values).toList())) {
      Set<String> present = new TreeSet<>();
      group.forEach(member -> present.add(member.values().getOrDefault(column, "")));
      if (present.size() > 1) {
        present.remove("");
      }
      choices.put(column, present);
    }
    return choices;
  }

  private static Table orders(List<ExpectedOrder> orders, Table customers, Table products) {
    Map<SourceKey, Map<String, Set<String>>> facts = new HashMap<>();
    for (ExpectedOrder order : orders) {
      Map<String, Set<String>> fact = new HashMap<>();
      fact.put("customer", customers.facts().get(order.customer()).get("sources"));
      fact.put("total", Set.of(Cell.text(order.total())));
      fact.put("lines", Set.of(lines(order.lines(), products)));
      order.values().forEach((column, value) -> fact.put(column, Set.of(value)));
      facts.put(order.key(), fact);
    }
    return new Table(
        orders.size(), facts, columns(orders.stream().map(ExpectedOrder::values).toList()));
  }

  private static String lines(List<Line> lines, Table products) {
    return lines.stream()
        .map(
            line ->
                Line.text(
                    products.facts().get(line.product()).get("sources").iterator().next(),
                    line.quantity(),
                    line.unitPrice(),
                    line.amount()))
        .sorted()
        .collect(Collectors.joining("; "));
  }

  private static Set<String> columns(List<Map<String, String>> values) {
    return values.stream().flatMap(row -> row.keySet().stream()).collect(Collectors.toSet());
  }
}
