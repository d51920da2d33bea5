package io.syncline.local.crm;

import io.syncline.local.crm.Catalogue.Product;
import io.syncline.local.crm.Population.Customer;
import io.syncline.local.crm.person.Person;
import io.syncline.local.crm.person.Spelling;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** First content of {@code north}, in the words of north. */
final class NorthLoad {

  private static final List<String> STATUSES = List.of("open", "paid", "shipped");

  private final Connection connection;
  private final List<Customer> customers;
  private final List<Product> products;
  private final Purchases purchases;
  private final Spelling spelling;
  private final Map<String, Long> rows = new TreeMap<>();

  NorthLoad(Connection connection, List<Customer> customers, List<Product> products, long seed) {
    this.connection = connection;
    this.customers = customers;
    this.products = products;
    this.purchases = new Purchases(customers, products, false, seed);
    this.spelling = new Spelling(seed);
  }

  /** Fills the empty tables; says how many rows each has. */
  Map<String, Long> run(int orders) throws SQLException {
    loadCustomers();
    loadProducts();
    loadOrders(orders);
    continueIds();
    return rows;
  }

  private void loadCustomers() throws SQLException {
    try (TableLoad load =
        load(
            "customers",
            "id, first_name, last_name, company, email, phone, street, city, postcode,"
                + " country_code, vip, created_at, updated_at, deleted_at")) {
      for (int id = 1; id <= customers.size(); id++) {
        load.add(customer(id, customers.get(id - 1)));
      }
      rows.put("north.customers", load.rows());
    }
  }

  private @Nullable Object[] customer(long id, Customer customer) {
    Person person = customer.person();
    OffsetDateTime changed = timestamp(purchases.instant());
    return new @Nullable Object[] {
      id,
      spelling.name(person.givenName()),
      spelling.name(person.familyName()),
      person.company(),
      spelling.email(person),
      spelling.phone(person),
      spelling.forgets(person) ? null : person.address().street(),
      person.address().city(),
      spelling.forgets(person) ? null : person.address().postcode(),
      spelling.forgets(person) ? null : person.country().code(),
      id % 20 == 0,
      changed.minusDays(id % 900),
      changed,
      customer.left() ? changed : null
    };
  }

  private void loadProducts() throws SQLException {
    try (TableLoad load =
        load("products", "id, sku, name, category, price, currency, updated_at, deleted_at")) {
      for (int id = 1; id <= products.size(); id++) {
        Product product = products.get(id - 1);
        OffsetDateTime changed = timestamp(purchases.instant());
        load.add(
            (long) id,
            product.sku().orElseThrow(),
            product.name(),
            product.category(),
            product.price(),
            "EUR",
            changed,
            product.discontinued() ? changed : null);
      }
      rows.put("north.products", load.rows());
    }
  }

  private void loadOrders(int count) throws SQLException {
    try (TableLoad orders =
            load(
                "orders",
                "id, order_no, customer_id, status, ordered_at, currency, total, updated_at, deleted_at");
        TableLoad lines =
            load(
                "order_lines",
                "order_id, product_id, quantity, unit_price, discount, updated_at, deleted_at")) {
      for (long id = 1; id <= count; id++) {
        Purchase purchase = purchases.next();
        orders.add(order(id, purchase));
        addLines(lines, id, purchase);
      }
      rows.put("north.orders", orders.rows());
      rows.put("north.order_lines", lines.rows());
    }
  }

  private @Nullable Object[] order(long id, Purchase purchase) {
    return new @Nullable Object[] {
      id,
      String.format("N-%07d", id),
      (long) purchase.customer(),
      STATUSES.get((int) (id % STATUSES.size())),
      timestamp(purchase.orderedAt()),
      customers.get(purchase.customer() - 1).person().country().currency(),
      purchase.total(),
      timestamp(purchase.changedAt()),
      purchase.deleted() ? timestamp(purchase.changedAt()) : null
    };
  }

  private static void addLines(TableLoad lines, long order, Purchase purchase) throws SQLException {
    OffsetDateTime changed = timestamp(purchase.changedAt());
    for (Purchase.Line line : purchase.lines()) {
      lines.add(
          order,
          (long) line.product(),
          line.quantity().intValueExact(),
          line.price(),
          line.discount(),
          changed,
          line.deleted() ? changed : null);
    }
  }

  /** The rows above brought their own ids; the next insert must not meet them. */
  private void continueIds() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table : List.of("customers", "products", "orders")) {
        statement.execute(
            String.format(
                "select setval(pg_get_serial_sequence('%1$s', 'id'), max(id)) from %1$s", table));
      }
    }
  }

  private TableLoad load(String table, String columns) {
    return new TableLoad(connection, table, List.of(columns.split(",\\s*")));
  }

  private static OffsetDateTime timestamp(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
