package io.syncline.local.trickle;

import io.syncline.local.crm.person.People;
import io.syncline.local.crm.person.Person;
import io.syncline.local.crm.person.Reach;
import io.syncline.local.trickle.Change.Kind;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Somebody at work in one CRM. Each piece of work is left for {@link #commit()}; none where nothing
 * is left to do it on.
 */
final class Desk {

  private static final List<String> STATUSES = List.of("paid", "packed", "on hold", "sent");

  private final Crm crm;
  private final DeskSql sql;
  private final Untouched untouched;
  private final People people;
  private final Random random;
  private final String run;
  private int marks;

  /**
   * @param run tells the marks of this desk in this run from all others
   */
  Desk(Crm crm, DeskSql sql, Shared shared, String run, long seed) {
    this.crm = crm;
    this.sql = sql;
    this.run = run;
    random = new Random(seed);
    people = new People(seed);
    untouched = new Untouched(crm, sql.picks(), shared, random);
  }

  long commit() throws SQLException {
    return crm.commit();
  }

  Change newCustomer() throws SQLException {
    Person person = people.next(Reach.NOTHING);
    String email = mark() + "@example.net";
    crm.update(
        sql.changes().insertCustomer(),
        person.givenName(),
        person.familyName(),
        email,
        person.address().street(),
        person.address().city(),
        person.address().postcode(),
        sql.country().apply(person.country()));
    return new Change(
        Kind.INSERT, "customer " + email, Sign.shown("customers", Map.of("email", email)));
  }

  Optional<Change> newOrder() throws SQLException {
    Optional<Row> customer = untouched.customer();
    Optional<Row> product = untouched.product();
    if (customer.isEmpty() || product.isEmpty()) {
      return Optional.empty();
    }
    Row order = crm.query(sql.orders().insert(), customer.get().key()).orElseThrow();
    crm.update(sql.orders().insertLines(), order.key(), product.get().number("n").intValueExact());
    untouched.keepOrder(order);
    return Optional.of(totalled(Kind.INSERT, "order", order));
  }

  Optional<Change> changeCustomer() throws SQLException {
    Optional<Row> customer = untouched.ownCustomer();
    if (customer.isEmpty()) {
      return Optional.empty();
    }
    String street = "Street " + mark();
    crm.update(sql.changes().street(), street, customer.get().key());
    return update(
        "street of " + customer.get().text("email"),
        Sign.shown("customers", Map.of("street", street)));
  }

  Optional<Change> changePrice() throws SQLException {
    Optional<Row> product = untouched.ownProduct();
    if (product.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal rise = BigDecimal.valueOf(1 + random.nextInt(99), 2);
    BigDecimal price = product.get().number("price").add(rise);
    String sku = product.get().text("sku");
    crm.update(sql.changes().price(), price, product.get().key());
    return update(
        "price of " + sku, Sign.shown("products", Map.of("sku", sku, "unit_price", price)));
  }

  Optional<Change> changeStatus() throws SQLException {
    Optional<Row> order = untouched.order();
    if (order.isEmpty()) {
      return Optional.empty();
    }
    String number = order.get().text("number");
    String status = statusOtherThan(order.get().text("status").toLowerCase(Locale.ROOT));
    crm.update(sql.changes().status(), status, order.get().key());
    return update(
        "status of order " + number,
        Sign.shown("orders", Map.of("number", number, "status", status)));
  }

  Optional<Change> changeQuantity() throws SQLException {
    Optional<Row> order = untouched.order();
    if (order.isEmpty()) {
      return Optional.empty();
    }
    crm.update(sql.changes().quantity(), order.get().key());
    return Optional.of(totalled(Kind.UPDATE, "quantity in order", order.get()));
  }

  Optional<Change> deleteOrder() throws SQLException {
    Optional<Row> order = untouched.order();
    if (order.isEmpty()) {
      return Optional.empty();
    }
    String number = order.get().text("number");
    crm.update(sql.changes().deleteOrder(), order.get().key());
    return Optional.of(
        new Change(Kind.DELETE, "order " + number, Sign.gone("orders", "number", number)));
  }

  Optional<Change> deleteCustomer() throws SQLException {
    Optional<Row> customer = untouched.ownCustomer();
    if (customer.isEmpty()) {
      return Optional.empty();
    }
    String email = customer.get().text("email");
    crm.update(sql.changes().deleteCustomer(), customer.get().key());
    return Optional.of(
        new Change(Kind.DELETE, "customer " + email, Sign.gone("customers", "email", email)));
  }

  /** An order whose lines changed is known in a target by its new total. */
  private Change totalled(Kind kind, String what, Row order) throws SQLException {
    for (String statement : sql.settle()) {
      crm.update(statement, order.key());
    }
    BigDecimal total = crm.query(sql.orders().total(), order.key()).orElseThrow().number("total");
    String number = order.text("number");
    return new Change(
        kind, what + " " + number, Sign.shown("orders", Map.of("number", number, "total", total)));
  }

  private static Optional<Change> update(String what, Sign sign) {
    return Optional.of(new Change(Kind.UPDATE, what, sign));
  }

  private String statusOtherThan(String status) {
    List<String> others = STATUSES.stream().filter(other -> !other.equals(status)).toList();
    return others.get(random.nextInt(others.size()));
  }

  private String mark() {
    return run + "-" + ++marks;
  }
}
