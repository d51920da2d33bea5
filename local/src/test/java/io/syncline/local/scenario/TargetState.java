package io.syncline.local.scenario;

import io.syncline.local.crm.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rows of all targets, by target and table, in order; without what tells when they came. */
record TargetState(Map<String, List<String>> rows) {

  private static final List<String> TABLES =
      List.of("customers", "products", "orders", "order_lines");
  private static final Set<String> OF_THE_WAY = Set.of("version", "updated_at");

  static TargetState of(List<Database> targets) throws SQLException {
    var rows = new TreeMap<String, List<String>>();
    for (var target : targets) {
      try (var connection = target.open();
          var statement = connection.createStatement()) {
        for (var table : TABLES) {
          rows.put(
              target.name() + "." + table, rows(statement.executeQuery("select * from " + table)));
        }
      }
    }
    return new TargetState(rows);
  }

  private static List<String> rows(ResultSet result) throws SQLException {
    var rows = new ArrayList<String>();
    var columns = result.getMetaData();
    while (result.next()) {
      var row = new StringBuilder();
      for (var column = 1; column <= columns.getColumnCount(); column++) {
        if (!OF_THE_WAY.contains(columns.getColumnLabel(column))) {
          row.append(columns.getColumnLabel(column)).append('=').append(result.getString(column));
          row.append(' ');
        }
      }
      rows.add(row.toString());
    }
    rows.sort(null);
    return rows;
  }

  /** Whether any row of any target holds this text. */
  boolean mentions(String text) {
    return rows.values().stream().flatMap(List::stream).anyMatch(row -> row.contains(text));
  }
}
