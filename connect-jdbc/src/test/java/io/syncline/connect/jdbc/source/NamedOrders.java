package io.syncline.connect.jdbc.source;

import io.syncline.connect.jdbc.fixture.SourceRun;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import java.util.HashMap;
import java.util.Map;

/** Orders with the names of their customers, Ada and Bob, which a query joins. */
final class NamedOrders {
  static final String JOIN =
      """
      with named as (select id, name from customers)
      select o.id as order_id, n.name as customer, o.updated_at as changed, n.id as customer_id
      from orders o left join named n on n.id = o.customer -- those without one, too
      """;

  private final TestDatabase database;

  NamedOrders(TestDatabase database) {
    this.database = database;
    database.run(
        "create table customers (id integer primary key, name varchar(40) not null)",
        "create table orders (id integer primary key, customer integer,"
            + " updated_at timestamp(6) not null)",
        "insert into customers values (1, 'Ada'), (2, 'Bob')");
  }

  void insert(int id, int customer, int minute) {
    database.run(
        "insert into orders values (%d, %d, '2020-01-01 12:%02d:00')"
            .formatted(id, customer, minute));
  }

  SourceRun run(String mode, String query, String key) {
    var settings = new HashMap<>(Map.of("mode", mode));
    settings.put("topic.prefix", "crm.named_orders");
    settings.put("query", query);
    settings.put("query.key.columns", key);
    if (mode.startsWith("timestamp")) {
      settings.put("timestamp.column.name", "changed");
    }
    return SourceRun.of(database, settings).with("batch.max.rows", "2");
  }
}
