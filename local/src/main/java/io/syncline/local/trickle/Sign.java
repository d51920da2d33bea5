package io.syncline.local.trickle;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a target shows once a change has reached it.
 *
 * @param columns values of the row that is looked for
 * @param gone whether the change is there when no such row is
 */
record Sign(String table, SortedMap<String, Object> columns, boolean gone) {

  static Sign shown(String table, Map<String, Object> columns) {
    return new Sign(table, new TreeMap<>(columns), false);
  }

  static Sign gone(String table, String column, Object value) {
    return new Sign(table, new TreeMap<>(Map.of(column, value)), true);
  }

  String query() {
    return columns.keySet().stream()
        .map(column -> column + " = ?")
        .collect(Collectors.joining(" and ", "select 1 from " + table + " where ", ""));
  }

  List<Object> parameters() {
    return List.copyOf(columns.values());
  }
}
