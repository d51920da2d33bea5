package io.syncline.local.crm;

import io.syncline.local.crm.Catalogue.Product;
import io.syncline.local.crm.Population.Customer;
import io.syncline.local.crm.person.Person;
import io.syncline.local.crm.person.Spelling;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** First content of {@code south}, in the words of south. */
final class SouthLoad {

  private static final List<String> STATES = List.of("NEW", "PAID", "SENT");
  private static final List<String> SEGMENTS = List.of("retail", "wholesale", "online");

  private final Connection connection;
  private final List<Customer> clients;
  private final List<Product> articles;
  private final Purchases purchases;
  private final Spelling spelling;
  private final Map<String, Long> rows = new TreeMap<>();

  SouthLoad(Connection connection, List<Customer> clients, List<Product> articles, long seed) {
    this.connection = connection;
    this.clients = clients;
    this.articles = articles;
    this.purchases = new Purchases(clients, articles, true, seed);
    this.spelling = new Spelling(seed);
  }

  /** Fills the empty tables; says how many rows each has. */
  Map<String, Long> run(int sales) throws SQLException {
    loadClients();
    loadArticles();
    loadSales(sales);
    continueNumbers(sales);
    return rows;
  }

  private void loadClients() throws SQLException {
    try (TableLoad load =
        load(
            "clients",
            "client_no, full_name, mail, telephone, address_line, town, zip, country, segment,"
                + " modified_at, is_deleted")) {
      for (int position = 1; position <= clients.size(); position++) {
        load.add(client(position, clients.get(position - 1)));
      }
      rows.put("south.clients", load.rows());
    }
  }

  private @Nullable Object[] client(int position, Customer client) {
    Person person = client.person();
    return new @Nullable Object[] {
      Population.clientNo(position),
      spelling.fullName(person),
      spelling.email(person),
      spelling.phone(person),
      spelling.forgets(person) ? null : person.address().street(),
      person.address().city(),
      spelling.forgets(person) ? null : person.address().postcode(),
      spelling.forgets(person) ? null : person.country().englishName(),
      SEGMENTS.get(position % SEGMENTS.size()),
      timestamp(purchases.instant()),
      client.left()
    };
  }

  private void loadArticles() throws SQLException {
    try (TableLoad load =
        load("articles", "article_no, sku, title, grp, list_price, modified_at, is_deleted")) {
      for (int position = 1; position <= articles.size(); position++) {
        Product article = articles.get(position - 1);
        load.add(
            Catalogue.articleNo(position),
            article.sku().orElse(null),
            article.name(),
            article.category(),
            article.price(),
            timestamp(purchases.instant()),
            article.discontinued());
      }
      rows.put("south.articles", load.rows());
    }
  }

  private void loadSales(int count) throws SQLException {
    try (TableLoad sales =
            load("sales", "sale_no, client_no, state, sold_at, currency, modified_at, is_deleted");
        TableLoad items =
            load(
                "sale_items",
                "sale_no, item_no, article_no, qty, unit_price, rebate_percent, modified_at, is_deleted")) {
      for (long number = 1; number <= count; number++) {
        Purchase purchase = purchases.next();
        sales.add(sale(number, purchase));
        addItems(items, number, purchase);
      }
      rows.put("south.sales", sales.rows());
      rows.put("south.sale_items", items.rows());
    }
  }

  private @Nullable Object[] sale(long number, Purchase purchase) {
    return new @Nullable Object[] {
      number,
      Population.clientNo(purchase.customer()),
      STATES.get((int) (number % STATES.size())),
      timestamp(purchase.orderedAt()),
      clients.get(purchase.customer() - 1).person().country().currency(),
      timestamp(purchase.changedAt()),
      purchase.deleted()
    };
  }

  private static void addItems(TableLoad items, long sale, Purchase purchase) throws SQLException {
    int number = 1;
    for (Purchase.Line line : purchase.lines()) {
      items.add(
          sale,
          number++,
          Catalogue.articleNo(line.product()),
          line.quantity(),
          line.price(),
          line.percentOff(),
          timestamp(purchase.changedAt()),
          line.deleted());
    }
  }

  /** The rows above brought their own numbers; the next sale must not meet them. */
  private void continueNumbers(int sales) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("alter sequence sale_numbers restart with " + (sales + 1));
    }
  }

  private TableLoad load(String table, String columns) {
    return new TableLoad(connection, table, List.of(columns.split(",\\s*")));
  }

  private static LocalDateTime timestamp(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
