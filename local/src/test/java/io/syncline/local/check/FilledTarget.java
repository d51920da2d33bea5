package io.syncline.local.check;

import io.syncline.local.crm.Database;
import io.syncline.local.crm.GroundTruth;
import io.syncline.local.crm.GroundTruth.Pair;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * Target filled by plain SQL, which stands in for the flow: who is the same customer or product is
 * taken from the generator's truth, so that the check's own match keys are on trial, too.
 */
public final class FilledTarget {

  private static final Map<String, String> CUSTOMERS =
      Map.of(
          "north",
          "select id, lower(trim(email)), street, city, postcode from customers where deleted_at is null",
          "south",
          "select client_no, lower(trim(mail)), address_line, town, zip from clients where is_deleted = 0");
  private static final Map<String, String> PRODUCTS =
      Map.of(
          "north", "select id, sku, price from products where deleted_at is null",
          "south", "select article_no, sku, list_price from articles where is_deleted = 0");
  private static final Map<String, String> ORDERS =
      Map.of(
          "north",
          """
          select o.id, customer_id, order_no, lower(status), total from orders o
          join customers c on c.id = customer_id
          where o.deleted_at is null and c.deleted_at is null
          """,
          "south",
          """
          select s.sale_no, s.client_no, s.sale_no, lower(state), (
            select sum(round(qty * unit_price * (1 - rebate_percent / 100), 2)) from sale_items i
            where i.sale_no = s.sale_no and i.is_deleted = 0)
          from sales s join clients c on c.client_no = s.client_no
          where s.is_deleted = 0 and c.is_deleted = 0
          """);
  private static final Map<String, String> LINES =
      Map.of(
          "north",
          """
          select o.id, l.id, product_id, quantity, unit_price, discount,
            round(quantity * unit_price * (1 - discount), 2)
          from order_lines l join orders o on o.id = order_id join customers c on c.id = customer_id
          where l.deleted_at is null and o.deleted_at is null and c.deleted_at is null
          """,
          "south",
          """
          select s.sale_no, item_no, article_no, qty, unit_price, rebate_percent / 100,
            round(qty * unit_price * (1 - rebate_percent / 100), 2)
          from sale_items i join sales s on s.sale_no = i.sale_no
          join clients c on c.client_no = s.client_no
          where i.is_deleted = 0 and s.is_deleted = 0 and c.is_deleted = 0
          """);

  private final Database north;
  private final Database south;
  private final Map<String, String> customerIds;
  private final Map<String, String> productIds;

  public FilledTarget(Database north, Database south, GroundTruth truth) {
    this.north = north;
    this.south = south;
    customerIds = ids(truth.sameCustomers());
    productIds = ids(truth.sameProducts());
  }

  public static void createTables(Database target) throws SQLException {
    boolean postgres = target.url().contains("postgresql");
    String json = postgres ? "jsonb" : "json";
    try (Connection connection = target.open();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table customers (id varchar(60) primary key, email varchar(200),"
              + " street varchar(200), city varchar(200), postal_code varchar(200), sources "
              + json
              + ")");
      statement.execute(
          "create table products (id varchar(60) primary key, sku varchar(60),"
              + " unit_price decimal(19,4), sources "
              + json
              + ")");
      statement.execute(
          "create table orders (id varchar(60) primary key, customer_id varchar(60),"
              + " number varchar(60), status varchar(60), total decimal(19,4), source "
              + json
              + ")");
      statement.execute(
          "create table order_lines (order_id varchar(60), line varchar(60), product_id varchar(60),"
              + " quantity decimal(19,4), unit_price decimal(19,4), discount decimal(9,6),"
              + " amount decimal(19,4), primary key (order_id, line))");
    }
  }

  /** Makes the target equal to both sources, all at once. */
  public void fill(Database target) throws SQLException {
    try (Connection connection = target.open()) {
      connection.setAutoCommit(false);
      for (String table : new String[] {"customers", "products", "orders", "order_lines"}) {
        connection.createStatement().execute("delete from " + table);
      }
      merge(connection, "customers", "email, street, city, postal_code", CUSTOMERS, customerIds);
      merge(connection, "products", "sku, unit_price", PRODUCTS, productIds);
      orders(connection);
      lines(connection);
      connection.commit();
    }
  }

  private void merge(
      Connection target,
      String table,
      String columns,
      Map<String, String> queries,
      Map<String, String> ids)
      throws SQLException {
    Map<String, Object[]> rows = new HashMap<>();
    for (Database source : new Database[] {north, south}) {
      each(
          source,
          queries.get(source.name()),
          row -> {
            String member = json(source, "x", row.getString(1));
            String id = id(ids, source, row.getString(1));
            Object[] known =
                rows.computeIfAbsent(id, i -> new Object[columns.split(",").length + 2]);
            known[0] = id;
            for (int i = 1; i < known.length - 1; i++) {
              known[i] = known[i] == null ? row.getObject(i + 1) : known[i];
            }
            Object sources = known[known.length - 1];
            known[known.length - 1] =
                sources == null
                    ? "[" + member + "]"
                    : sources.toString().replace("]", ", " + member + "]");
          });
    }
    for (Object[] row : rows.values()) {
      insert(target, table, "id, " + columns + ", sources", row);
    }
  }

  private void orders(Connection target) throws SQLException {
    for (Database source : new Database[] {north, south}) {
      each(
          source,
          ORDERS.get(source.name()),
          row ->
              insert(
                  target,
                  "orders",
                  "id, customer_id, number, status, total, source",
                  source.name() + row.getString(1),
                  id(customerIds, source, row.getString(2)),
                  row.getString(3),
                  row.getString(4),
                  row.getBigDecimal(5),
                  json(source, "order", row.getString(1))));
    }
  }

  private void lines(Connection target) throws SQLException {
    for (Database source : new Database[] {north, south}) {
      each(
          source,
          LINES.get(source.name()),
          row ->
              insert(
                  target,
                  "order_lines",
                  "order_id, line, product_id, quantity, unit_price, discount, amount",
                  source.name() + row.getString(1),
                  row.getString(2),
                  id(productIds, source, row.getString(3)),
                  row.getBigDecimal(4),
                  row.getBigDecimal(5),
                  row.getBigDecimal(6),
                  row.getBigDecimal(7)));
    }
  }

  private static Map<String, String> ids(Iterable<Pair> same) {
    Map<String, String> ids = new HashMap<>();
    same.forEach(pair -> ids.put("south/" + pair.south(), "north/" + pair.north()));
    return ids;
  }

  private static String id(Map<String, String> ids, Database source, String key) {
    String own = source.name() + "/" + key;
    return ids.getOrDefault(own, own);
  }

  private static String json(Database source, String entity, String key) {
    return "{\"source\": \"%s\", \"entity\": \"%s\", \"key\": \"%s\"}"
        .formatted(source.name(), entity, key);
  }

  private static void insert(Connection target, String table, String columns, Object... values)
      throws SQLException {
    String json =
        target.getMetaData().getDatabaseProductName().equals("PostgreSQL") ? "?::jsonb" : "?";
    String[] names = columns.split(", ");
    StringBuilder parameters = new StringBuilder();
    for (String name : names) {
      parameters
          .append(parameters.isEmpty() ? "" : ", ")
          .append(name.startsWith("source") ? json : "?");
    }
    try (PreparedStatement statement =
        target.prepareStatement(
            "insert into " + table + " (" + columns + ") values (" + parameters + ")")) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private static void each(Database source, String sql, RowReader reader) throws SQLException {
    try (Connection connection = source.open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        reader.read(row);
      }
    }
  }

  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }
}
