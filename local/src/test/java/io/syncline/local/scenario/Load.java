package io.syncline.local.scenario;

import io.syncline.local.crm.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Changes in both CRMs, one after the other, until it is told to stop. */
final class Load {

  private static final long PAUSE_NANOS = 10_000_000;

  /** Each line is one transaction in north; `%d` is a random number. */
  private static final List<List<String>> NORTH =
      List.of(
          List.of("update customers set city = 'City %1$d' where id = 1 + %1$d %% 200"),
          List.of("update products set price = %1$d / 100.0 where id = 1 + %1$d %% 20"),
          List.of(
              "insert into customers (last_name, email)"
                  + " values ('Load', gen_random_uuid() || '@example.org')"),
          List.of(
              "insert into orders (order_no, customer_id, status, ordered_at, currency, total)"
                  + " select 'L-%1$d', min(id), 'new', now(), 'EUR', 20 from customers"
                  + " where deleted_at is null",
              "insert into order_lines (order_id, product_id, quantity, unit_price)"
                  + " select currval('orders_id_seq'), min(id), 2, 10 from products"
                  + " where deleted_at is null"),
          List.of("update orders set deleted_at = now() where order_no = 'L-%1$d'"));

  private static final List<List<String>> SOUTH =
      List.of(
          List.of("update clients set town = 'Town %1$d' where row_id = 1 + %1$d %% 200"),
          List.of("update sale_items set qty = qty + 1 where row_id = 1 + %1$d %% 300"));

  private final Database north;
  private final Database south;
  private final CompletableFuture<Integer> made;
  private volatile boolean stopped;

  private Load(Database north, Database south) {
    this.north = north;
    this.south = south;
    this.made = CompletableFuture.supplyAsync(this::run);
  }

  static Load start(Scenario scenario) {
    return new Load(scenario.database("north"), scenario.database("south"));
  }

  /** How many transactions were committed. */
  int stop() {
    stopped = true;
    return made.join();
  }

  private int run() {
    var random = new Random(5);
    var transactions = 0;
    try (var northern = open(north);
        var southern = open(south)) {
      while (!stopped) {
        commit(northern, NORTH, random);
        commit(southern, SOUTH, random);
        transactions += 2;
        LockSupport.parkNanos(PAUSE_NANOS);
      }
      return transactions;
    } catch (SQLException e) {
      throw new IllegalStateException("The load could not be made", e);
    }
  }

  private static Connection open(Database database) throws SQLException {
    var connection = database.open();
    connection.setAutoCommit(false);
    return connection;
  }

  private static void commit(Connection connection, List<List<String>> changes, Random random)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      var number = random.nextInt(1000);
      for (var sql : changes.get(random.nextInt(changes.size()))) {
        statement.execute(sql.formatted(number));
      }
    }
    connection.commit();
  }
}
