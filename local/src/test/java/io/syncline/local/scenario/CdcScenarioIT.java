package io.syncline.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.syncline.local.crm.GeneratedCrm;
import io.syncline.local.platform.Platform;
import io.syncline.local.platform.PlatformPlan;
import io.syncline.local.platform.PlatformPlan.Engine;
import io.syncline.local.platform.PlatformPorts;
import io.syncline.local.platform.StartListener;
import io.syncline.local.platform.connect.Connector;
import io.syncline.local.platform.folder.Checkout;
import io.syncline.schemas.Topics;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The same tables, polled by our source on one platform and captured by Debezium on another. */
@TestMethodOrder(OrderAnnotation.class)
class CdcScenarioIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Checkout CHECKOUT = Checkout.find();
  private static final Path NORTH = CHECKOUT.source("north");
  private static final int CUSTOMERS = 100;
  private static final long SEED = 23;

  /** Two customers again, written last: one as it was, one as it is now. */
  private static final List<String> TWINS =
      List.of(
          """
          insert into customers (first_name, last_name, email, city, updated_at)
          select first_name, last_name, email, 'Outdated', updated_at - interval '1 year'
          from customers where email is not null and deleted_at is null order by id limit 1""",
          """
          insert into customers (first_name, last_name, email, city, updated_at)
          select first_name, last_name, email, 'Updated', updated_at + interval '1 day'
          from customers where email is not null and deleted_at is null order by id limit 1 offset 2""");

  private static final List<String> CHANGES =
      List.of(
          "update customers set city = 'Weimar' where id = 10",
          "update customers set street = 'Am Horn 61' where city = 'Outdated'",
          "insert into customers (first_name, last_name, email) values ('Ada', 'Byron', 'ada@example.org')",
          "insert into products (sku, name, price, currency) values ('CDC-1', 'Log', 9.99, 'EUR')",
          """
          insert into orders (order_no, customer_id, status, ordered_at, currency, total)
          select 'C-1', max(id), 'new', '2026-01-31 10:00:00.123456+00', 'EUR', 19.98 from customers""",
          """
          insert into order_lines (order_id, product_id, quantity, unit_price)
          select (select max(id) from orders), (select max(id) from products), 2, 9.99""",
          "update orders set status = 'returned' where id between 20 and 25",
          "update order_lines set quantity = quantity + 1 where order_id = 21",
          "update customers set deleted_at = clock_timestamp() where id = 7");

  /** Tables and rows that go. */
  private static final List<List<String>> DELETED =
      List.of(
          List.of("customers", "id in (5, 9)"),
          List.of("products", "id = 3"),
          List.of("orders", "id in (11, 12)"),
          List.of("order_lines", "id in (30, 31, 32)"));

  /** An order waits while its customer or a product of it is not there. */
  private static final String WHOLE_ORDERS =
      """
      select count(*) from orders o
      where deleted_at is null
        and customer_id in (select id from customers where deleted_at is null)
        and not exists (
          select from order_lines
          where order_id = o.id and deleted_at is null
            and product_id not in (select id from products where deleted_at is null))""";

  private static Platform polling;
  private static Platform capturing;

  @BeforeAll
  static void start() throws Exception {
    var other = CompletableFuture.supplyAsync(CdcScenarioIT::platform);
    polling = platform();
    capturing = other.join();
    for (var platform : List.of(polling, capturing)) {
      GeneratedCrm.create(platform.database("north"), platform.database("south"), CUSTOMERS, SEED);
      run(platform, TWINS);
    }
    polling.connect().api().register(Connector.in(NORTH));
    capturing.connect().api().register(Connector.of(NORTH.resolve("debezium.json")));
  }

  @AfterAll
  static void stop() {
    Stream.of(polling, capturing).filter(Objects::nonNull).forEach(Platform::close);
  }

  @Test
  @Order(1)
  void shouldGiveTheSameCanonicalRecordsForWhatIsThere() {
    // When
    var state = shouldBeTheSame();

    // Then
    assertThat(state.of(Topics.CUSTOMER).values())
        .anyMatch(record -> record.contains("city=Updated"))
        .noneMatch(record -> record.contains("city=Outdated"));
  }

  @Test
  @Order(2)
  void shouldGiveTheSameCanonicalRecordsForWhatIsWritten() throws Exception {
    // When
    run(polling, CHANGES);
    run(capturing, CHANGES);

    // Then
    var state = shouldBeTheSame();
    assertThat(state.of(Topics.CUSTOMER).values()).anyMatch(record -> record.contains("Weimar"));
    assertThat(state.of(Topics.ORDER).values()).anyMatch(record -> record.contains("C-1"));
  }

  /** A polling source needs the rows that go to be marked; a log tells of those that are gone. */
  @Test
  @Order(3)
  void shouldGiveTheSameCanonicalRecordsForWhatIsDeleted() throws Exception {
    // Given
    var before = CanonicalState.of(topics(capturing));

    // When
    for (var rows : DELETED) {
      run(
          polling,
          List.of(
              "update %s set deleted_at = clock_timestamp() where %s"
                  .formatted(rows.get(0), rows.get(1))));
      run(capturing, List.of("delete from %s where %s".formatted(rows.get(0), rows.get(1))));
    }

    // Then
    var after = shouldBeTheSame();
    for (var topic : Topics.canonical()) {
      assertThat(after.of(topic).size()).as(topic.name()).isLessThan(before.of(topic).size());
    }
  }

  @Test
  @Order(4)
  void shouldGiveTheSameCanonicalRecordsForARowThatComesBack() throws Exception {
    // When
    run(
        polling,
        List.of(
            """
            update customers set deleted_at = null, first_name = null, last_name = 'Back',
              company = null, email = 'back@example.org', phone = null, street = null, city = null,
              postcode = null, country_code = null, vip = false
            where id = 9"""));
    run(
        capturing,
        List.of(
            "insert into customers (id, last_name, email) values (9, 'Back', 'back@example.org')"));

    // Then
    var state = shouldBeTheSame();
    assertThat(state.of(Topics.CUSTOMER).values()).anyMatch(record -> record.contains("Back"));
  }

  /** Waits until both hold what their databases hold, and the same. */
  private static CanonicalState shouldBeTheSame() {
    var result = new CanonicalState[1];
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              var polled = CanonicalState.of(topics(polling));
              var captured = CanonicalState.of(topics(capturing));
              assertThat(polled.of(Topics.ORDER)).hasSize(orders(polling));
              assertThat(captured.of(Topics.ORDER)).hasSize(orders(capturing));
              assertThat(polled.differences(captured)).isEmpty();
              result[0] = captured;
            });
    polling.requireHealthy();
    capturing.requireHealthy();
    return result[0];
  }

  private static Platform platform() {
    return Platform.start(
        PlatformPlan.of(CHECKOUT, PlatformPorts.free())
            .withDatabase("north", Engine.POSTGRES)
            .withDatabase("south", Engine.MARIADB)
            .withPlugins(Path.of(System.getProperty("debezium.plugins")))
            .withApp(List.of(NORTH.resolve("mapping.yaml"))),
        StartListener.silent());
  }

  private static io.syncline.local.scenario.Topics topics(Platform platform) {
    return new io.syncline.local.scenario.Topics(
        platform.broker().bootstrapServers(), platform.registry().url());
  }

  private static void run(Platform platform, List<String> statements) throws SQLException {
    try (var connection = platform.database("north").open();
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static int orders(Platform platform) throws SQLException {
    try (var connection = platform.database("north").open();
        var statement = connection.createStatement();
        var row = statement.executeQuery(WHOLE_ORDERS)) {
      row.next();
      return row.getInt(1);
    }
  }
}
