package io.syncline.local.check;

import io.syncline.local.check.ExpectedOrder.Line;
import io.syncline.local.crm.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Expectation of a CRM that is described by four queries and nothing else: {@code customers.sql},
 * {@code products.sql}, {@code orders.sql} and {@code order_lines.sql} in the folder of the
 * source's name. A column beyond those named here is compared with the target's column of the same
 * name.
 */
public final class SqlExpectation implements CrmExpectation {

  private static final Set<String> IDENTITY =
      Set.of("source_key", "email", "phone", "country", "sku", "customer", "total");

  private final Database database;

  public SqlExpectation(Database database) {
    this.database = database;
  }

  @Override
  public String source() {
    return database.name();
  }

  @Override
  public Rows read() throws SQLException {
    try (Connection connection = database.open()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      return new Rows(
          rows(connection, "customers.sql", this::customer),
          rows(connection, "products.sql", this::product),
          orders(connection));
    }
  }

  private ExpectedRecord customer(ResultSet row) throws SQLException {
    SourceKey key = key(row, "source_key");
    MatchKey matchKey =
        MatchKey.ofCustomer(
            key, Cell.text(row, "email"), Cell.text(row, "phone"), Cell.text(row, "country"));
    return new ExpectedRecord(key, matchKey, values(row));
  }

  private ExpectedRecord product(ResultSet row) throws SQLException {
    SourceKey key = key(row, "source_key");
    return new ExpectedRecord(key, MatchKey.ofProduct(key, Cell.text(row, "sku")), values(row));
  }

  private List<ExpectedOrder> orders(Connection connection) throws SQLException {
    Map<SourceKey, List<Line>> lines = new HashMap<>();
    rows(
        connection,
        "order_lines.sql",
        row ->
            lines.computeIfAbsent(key(row, "order_key"), k -> new ArrayList<>(4)).add(line(row)));
    return rows(connection, "orders.sql", row -> order(row, lines));
  }

  private ExpectedOrder order(ResultSet row, Map<SourceKey, List<Line>> lines) throws SQLException {
    SourceKey key = key(row, "source_key");
    return new ExpectedOrder(
        key,
        key(row, "customer"),
        row.getBigDecimal("total"),
        values(row),
        lines.getOrDefault(key, List.of()));
  }

  private Line line(ResultSet row) throws SQLException {
    return new Line(
        key(row, "product"),
        row.getBigDecimal("quantity"),
        row.getBigDecimal("unit_price"),
        row.getBigDecimal("amount"));
  }

  private SourceKey key(ResultSet row, String column) throws SQLException {
    return new SourceKey(source(), Cell.text(row, column));
  }

  private static Map<String, String> values(ResultSet row) throws SQLException {
    Map<String, String> values = new HashMap<>();
    ResultSetMetaData columns = row.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      String column = columns.getColumnLabel(i);
      if (!IDENTITY.contains(column)) {
        values.put(column, Cell.text(row, column));
      }
    }
    return values;
  }

  private <T> List<T> rows(Connection connection, String query, RowReader<T> reader)
      throws SQLException {
    List<T> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql(query))) {
      while (row.next()) {
        rows.add(reader.read(row));
      }
    }
    return rows;
  }

  private String sql(String query) {
    String path = source() + "/" + query;
    try (InputStream in = SqlExpectation.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("No query " + path + " beside " + getClass().getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }

  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }
}
