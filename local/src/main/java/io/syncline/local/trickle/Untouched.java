package io.syncline.local.trickle;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Picker of rows of one CRM that this run has not touched yet: of two changes of one row the first
 * might never show in a target.
 */
final class Untouched {

  private static final int TRIES = 60;

  private final Crm crm;
  private final DeskSql.Picks sql;
  private final Shared shared;
  private final Random random;
  private final Set<String> customers = new HashSet<>();
  private final Set<String> products = new HashSet<>();
  private final Set<String> orders = new HashSet<>();

  Untouched(Crm crm, DeskSql.Picks sql, Shared shared, Random random) {
    this.crm = crm;
    this.sql = sql;
    this.shared = shared;
    this.random = random;
  }

  /** A customer who may be in the other CRM, too; kept from later picks. */
  Optional<Row> customer() throws SQLException {
    return customer(row -> true);
  }

  /** A customer whom the other CRM does not know; kept from later picks. */
  Optional<Row> ownCustomer() throws SQLException {
    return customer(row -> !shared.emails().contains(row.text("email")));
  }

  /** Any product; others may pick it again. */
  Optional<Row> product() throws SQLException {
    return pick(sql.lastProduct(), sql.product(), row -> true);
  }

  /** A product that the other CRM does not sell; kept from later picks. */
  Optional<Row> ownProduct() throws SQLException {
    Optional<Row> product =
        pick(
            sql.lastProduct(),
            sql.product(),
            row ->
                !row.text("sku").isEmpty()
                    && !shared.skus().contains(row.text("sku"))
                    && !products.contains(row.key()));
    product.ifPresent(row -> products.add(row.key()));
    return product;
  }

  /** An order, kept from later picks together with its customer, whose end would be the order's. */
  Optional<Row> order() throws SQLException {
    Optional<Row> order = pick(sql.lastOrder(), sql.order(), row -> !orders.contains(row.key()));
    order.ifPresent(
        row -> {
          orders.add(row.key());
          customers.add(row.text("customer"));
        });
    return order;
  }

  /** Keeps a row that was just made from later picks. */
  void keepOrder(Row order) {
    orders.add(order.key());
  }

  private Optional<Row> customer(Predicate<Row> wanted) throws SQLException {
    Optional<Row> customer =
        pick(
            sql.lastCustomer(),
            sql.customer(),
            row -> wanted.test(row) && !customers.contains(row.key()));
    customer.ifPresent(row -> customers.add(row.key()));
    return customer;
  }

  private Optional<Row> pick(String last, String query, Predicate<Row> wanted) throws SQLException {
    String highest = crm.query(last).orElseThrow().cells().values().iterator().next();
    if (highest.isEmpty()) {
      return Optional.empty();
    }
    for (int i = 0; i < TRIES; i++) {
      Optional<Row> row = crm.query(query, 1 + random.nextInt(Integer.parseInt(highest)));
      if (row.filter(wanted).isPresent()) {
        return row;
      }
    }
    return Optional.empty();
  }
}
