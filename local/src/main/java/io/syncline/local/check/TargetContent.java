package io.syncline.local.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.syncline.local.check.ExpectedOrder.Line;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a target database shows now, in the terms of {@link Expectation}. */
final class TargetContent {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Connection connection;
  private final Map<String, String> customerSources = new HashMap<>();
  private final Map<String, String> productSources = new HashMap<>();
  private final Map<String, BigDecimal> totals = new TreeMap<>();

  TargetContent(Connection connection) {
    this.connection = connection;
  }

  /** Rows of a table; none where the table was never made. */
  long count(String table) throws SQLException {
    long[] count = {0};
    each(table, "count(*) as n", row -> count[0] = row.getLong("n"));
    return count[0];
  }

  Map<SourceKey, Map<String, String>> customers(Set<String> columns) throws SQLException {
    return merged("customers", columns, customerSources);
  }

  Map<SourceKey, Map<String, String>> products(Set<String> columns) throws SQLException {
    return merged("products", columns, productSources);
  }

  /** Orders by source row; to be asked for after customers and products, which they refer to. */
  Map<SourceKey, Map<String, String>> orders(Set<String> columns) throws SQLException {
    Map<String, List<String>> lines = lines();
    Map<SourceKey, Map<String, String>> facts = new HashMap<>();
    each(
        "orders",
        select("id, source, customer_id, total", columns),
        row -> {
          SourceKey key = key(json(row.getString("source")));
          Map<String, String> fact = values(row, columns);
          fact.put("customer", reference(customerSources, row.getString("customer_id")));
          fact.put("total", Cell.text(row, "total"));
          fact.put(
              "lines",
              lines.getOrDefault(row.getString("id"), List.of()).stream()
                  .sorted()
                  .collect(Collectors.joining("; ")));
          facts.merge(key, fact, TargetContent::both);
          totals.merge(key.source(), row.getBigDecimal("total"), BigDecimal::add);
        });
    return facts;
  }

  /** Sum of the order totals by source, once the orders have been read. */
  Map<String, BigDecimal> totals() {
    return totals;
  }

  private Map<SourceKey, Map<String, String>> merged(
      String table, Set<String> columns, Map<String, String> sourcesById) throws SQLException {
    Map<SourceKey, Map<String, String>> facts = new HashMap<>();
    each(
        table,
        select("id, sources", columns),
        row -> {
          List<SourceKey> members = new ArrayList<>();
          json(row.getString("sources")).forEach(member -> members.add(key(member)));
          String together = SourceKey.together(members);
          sourcesById.put(row.getString("id"), together);
          Map<String, String> fact = values(row, columns);
          fact.put("sources", together);
          members.forEach(member -> facts.merge(member, fact, TargetContent::both));
        });
    return facts;
  }

  private Map<String, List<String>> lines() throws SQLException {
    Map<String, List<String>> lines = new HashMap<>();
    each(
        "order_lines",
        "order_id, product_id, quantity, unit_price, amount",
        row ->
            lines
                .computeIfAbsent(row.getString("order_id"), id -> new ArrayList<>(4))
                .add(
                    Line.text(
                        reference(productSources, row.getString("product_id")),
                        row.getBigDecimal("quantity"),
                        row.getBigDecimal("unit_price"),
                        row.getBigDecimal("amount"))));
    return lines;
  }

  /** One source row in two target rows is wrong, whatever the two say. */
  private static Map<String, String> both(Map<String, String> one, Map<String, String> other) {
    Map<String, String> both = new HashMap<>(one);
    other.forEach((column, value) -> both.merge(column, value, (a, b) -> a + " and again " + b));
    return both;
  }

  private static String reference(Map<String, String> sourcesById, String id) {
    return sourcesById.getOrDefault(id, "unknown " + id);
  }

  private static Map<String, String> values(ResultSet row, Set<String> columns)
      throws SQLException {
    Map<String, String> values = new HashMap<>();
    for (String column : columns) {
      values.put(column, Cell.text(row, column));
    }
    return values;
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A target's source column is no JSON", e);
    }
  }

  private static SourceKey key(JsonNode source) {
    return new SourceKey(source.path("source").asText(), source.path("key").asText());
  }

  private static String select(String identity, Set<String> columns) {
    return columns.isEmpty() ? identity : identity + ", " + String.join(", ", columns);
  }

  private void each(String table, String columns, RowReader reader) throws SQLException {
    if (!exists(table)) {
      return;
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select " + columns + " from " + table)) {
      while (row.next()) {
        reader.read(row);
      }
    }
  }

  private boolean exists(String table) throws SQLException {
    try (ResultSet found =
        connection
            .getMetaData()
            .getTables(connection.getCatalog(), connection.getSchema(), table, null)) {
      return found.next();
    }
  }

  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }
}
