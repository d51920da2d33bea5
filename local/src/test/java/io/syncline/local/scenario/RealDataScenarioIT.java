package io.syncline.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.local.check.CheckReport;
import io.syncline.local.check.TargetReport.Count;
import io.syncline.local.crm.SharedData;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Two public databases as the two CRMs, each described by its connector and mapping files alone.
 */
@EnabledIf(
    value = "io.syncline.local.crm.SharedData#present",
    disabledReason = "the public data sets are not beside the project (../shared/data)")
@TestMethodOrder(OrderAnnotation.class)
class RealDataScenarioIT {

  private static Scenario scenario;

  @BeforeAll
  static void start() throws Exception {
    scenario = Scenario.of("northwind", "chinook");
    SharedData.loadNorthwind(scenario.database("northwind"));
    SharedData.loadChinook(scenario.database("chinook"));
    scenario.connect();
  }

  @AfterAll
  static void stop() {
    scenario.close();
  }

  @Test
  @Order(1)
  void shouldBringEverythingToBothTargets() throws Exception {
    // When
    CheckReport report = scenario.shouldEqual();

    // Then
    assertThat(report.targets())
        .allSatisfy(
            target ->
                assertThat(target.counts())
                    .contains(
                        rows("customers", 91 + 59),
                        rows("orders", 830 + 412),
                        rows("order_lines", 2155 + 2240),
                        rows("products", 77 + 3503)));
  }

  /** The sums again, without a line of the checking code between the two databases. */
  @Test
  @Order(2)
  void shouldKeepTheTotalsToTheCent() throws Exception {
    // Given
    var northwind =
        scenario.ask(
            "northwind",
            """
            select sum(round(unit_price::numeric * quantity * (1 - discount::numeric), 2))
            from order_details""");
    var chinook = scenario.ask("chinook", "select sum(Total) from Invoice");

    // Then
    for (var target : new String[] {"warehouse", "webshop"}) {
      var total = scenario.ask(target, "select sum(total) from orders");
      assertThat(new BigDecimal(total))
          .as(target)
          .isEqualByComparingTo(new BigDecimal(northwind).add(new BigDecimal(chinook)));
    }
  }

  @Test
  @Order(3)
  void shouldFollowWhatIsInsertedAndChanged() throws Exception {
    // Given
    scenario.change(
        "northwind",
        "insert into customers (customer_id, company_name, contact_name, country, phone)"
            + " values ('SYNCL', 'Syncline', 'Ada Lovelace', 'UK', '(171) 555-0100')",
        "insert into products (product_id, product_name, unit_price, discontinued)"
            + " values (500, 'Ceylon', 12.35, 0)",
        "insert into orders (order_id, customer_id, order_date) values (20000, 'SYNCL', '2026-01-31')",
        "insert into order_details values (20000, 500, 12.35, 3, 0.15), (20000, 11, 21, 1, 0)",
        "update customers set city = 'Weimar' where customer_id = 'ALFKI'",
        "update order_details set quantity = quantity + 1 where order_id = 10248 and product_id = 11",
        "update orders set customer_id = 'ALFKI' where order_id = 10250");
    scenario.change(
        "chinook",
        "insert into Customer (CustomerId, FirstName, LastName, Email, Country)"
            + " values (900, 'Grace', 'Hopper', 'grace@example.org', 'USA')",
        "insert into Invoice (InvoiceId, CustomerId, InvoiceDate, Total)"
            + " values (9000, 900, '2026-01-31 10:00:00', 1.98)",
        "insert into InvoiceLine values (90000, 9000, 1, 0.99, 2)",
        "update Customer set Email = 'luis@example.org' where CustomerId = 1",
        "update Track set Name = 'Another name' where TrackId = 7");

    // When
    CheckReport report = scenario.shouldEqual();

    // Then
    assertThat(report.targets())
        .allSatisfy(
            target ->
                assertThat(target.counts())
                    .contains(
                        rows("customers", 91 + 59 + 2),
                        rows("orders", 830 + 412 + 2),
                        rows("order_lines", 2155 + 2240 + 3),
                        rows("products", 77 + 3503 + 1)));
    assertThat(
            scenario.ask(
                "warehouse", "select city from customers where company = 'Alfreds Futterkiste'"))
        .isEqualTo("Weimar");
    assertThat(scenario.ask("webshop", "select total from orders where number = '20000'"))
        .isEqualTo("52.4900");
  }

  private static Count rows(String table, long rows) {
    return new Count(table, BigDecimal.valueOf(rows), BigDecimal.valueOf(rows));
  }
}
