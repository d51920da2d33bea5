package io.syncline.local.check;

import io.syncline.local.check.TargetReport.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Finder of the source rows that a target table shows wrongly, not at all, or without reason. */
record Comparison(String table) {

  List<Difference> of(
      Map<SourceKey, Map<String, Set<String>>> expected,
      Map<SourceKey, Map<String, String>> actual) {
    Set<SourceKey> keys = new TreeSet<>(expected.keySet());
    keys.addAll(actual.keySet());
    List<Difference> differences = new ArrayList<>();
    for (SourceKey key : keys) {
      if (!actual.containsKey(key)) {
        differences.add(new Difference(table, key, "a row", "none"));
      } else if (!expected.containsKey(key)) {
        differences.add(new Difference(table, key, "none", "a row"));
      } else {
        compare(key, expected.get(key), actual.get(key), differences);
      }
    }
    return differences;
  }

  private void compare(
      SourceKey key,
      Map<String, Set<String>> expected,
      Map<String, String> actual,
      List<Difference> differences) {
    List<String> wrong =
        expected.keySet().stream()
            .filter(column -> !expected.get(column).contains(actual.get(column)))
            .sorted()
            .toList();
    if (!wrong.isEmpty()) {
      differences.add(
          new Difference(
              table,
              key,
              text(wrong, column -> String.join(" or ", expected.get(column))),
              text(wrong, column -> actual.getOrDefault(column, ""))));
    }
  }

  private static String text(List<String> columns, UnaryOperator<String> value) {
    return columns.stream()
        .map(column -> column + " " + shown(value.apply(column)))
        .collect(Collectors.joining(", "));
  }

  private static String shown(String value) {
    return value.isEmpty() ? "nothing" : value;
  }
}
