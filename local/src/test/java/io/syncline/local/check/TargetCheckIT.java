package io.syncline.local.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.local.check.TargetReport.Count;
import io.syncline.local.check.TargetReport.Difference;
import io.syncline.local.crm.Database;
import io.syncline.local.crm.DatabaseServers;
import io.syncline.local.crm.GeneratedCrm;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TargetCheckIT {

  private static final Database NORTH = DatabaseServers.postgres("north");
  private static final Database SOUTH = DatabaseServers.mariadb("south");
  private static final Database WAREHOUSE = DatabaseServers.postgres("warehouse");
  private static final Database WEBSHOP = DatabaseServers.mariadb("webshop");

  private static GeneratedCrm crm;
  private static TargetCheck check;

  @BeforeAll
  static void createAll() throws SQLException {
    crm = GeneratedCrm.create(NORTH, SOUTH, 100, 7);
    FilledTarget.createTables(WAREHOUSE);
    FilledTarget.createTables(WEBSHOP);
    check =
        new TargetCheck(
            List.of(new SqlExpectation(NORTH), new SqlExpectation(SOUTH)),
            List.of(WAREHOUSE, WEBSHOP));
  }

  @BeforeEach
  void fillTargets() throws SQLException {
    FilledTarget flow = new FilledTarget(NORTH, SOUTH, crm.truth());
    flow.fill(WAREHOUSE);
    flow.fill(WEBSHOP);
  }

  @Test
  void shouldFindBothTargetsEqual() throws SQLException {
    CheckReport report = check.run();

    assertThat(report.lines()).noneMatch(line -> line.contains("DIFFERENT"));
    assertThat(report.targets()).allMatch(target -> target.differing() == 0);
    assertThat(report.equal()).isTrue();
  }

  @Test
  void shouldExpectAsManyCustomersAndProductsAsTheGeneratorKnows() throws SQLException {
    CheckReport report = check.run();

    assertThat(count(report, 0, "customers").expected()).isEqualByComparingTo("100");
    assertThat(crm.truth().customers()).isEqualTo(100);
    assertThat(count(report, 1, "products").expected())
        .isEqualByComparingTo(BigDecimal.valueOf(crm.truth().products()));
    assertThat(count(report, 1, "orders").expected()).isBetween(bd("180"), bd("199"));
  }

  @Test
  void shouldNameAnOrderWhoseTotalIsOneCentOff() throws SQLException {
    // Given
    update(WEBSHOP, "update orders set total = total + 0.01 where id = 'south5'");

    // When
    CheckReport report = check.run();

    // Then
    assertThat(report.targets().get(0).equal()).isTrue();
    assertThat(report.targets().get(1).equal()).isFalse();
    assertThat(count(report, 1, "order totals of south").equal()).isFalse();
    assertThat(count(report, 1, "order totals of north").equal()).isTrue();
    Difference difference = only(report, 1);
    assertThat(difference.key()).isEqualTo(new SourceKey("south", "5"));
    assertThat(difference.expected()).startsWith("total ");
    assertThat(new BigDecimal(difference.actual().substring(6)))
        .isEqualByComparingTo(
            new BigDecimal(difference.expected().substring(6)).add(new BigDecimal("0.01")));
  }

  @Test
  void shouldNameACustomerThatIsMissing() throws SQLException {
    // Given
    update(WAREHOUSE, "delete from customers where id = 'north/2'");
    update(WAREHOUSE, "delete from orders where customer_id = 'north/2'");

    // When
    CheckReport report = check.run();

    // Then
    assertThat(report.targets().get(0).first())
        .contains(new Difference("customers", new SourceKey("north", "2"), "a row", "none"));
    assertThat(count(report, 0, "customers").equal()).isFalse();
    assertThat(report.lines()).anyMatch(line -> line.contains("customers of north/2: expected"));
  }

  @Test
  void shouldNameBothRowsOfAMergeThatWasNotMade() throws SQLException {
    // Given
    String shared = crm.truth().sameCustomers().get(0).south();
    update(
        WAREHOUSE,
        """
        update customers set sources = '[{"source": "north", "entity": "x", "key": "1"}]'
        where id = 'north/1'
        """);

    // When
    CheckReport report = check.run();

    // Then
    assertThat(report.targets().get(0).first())
        .contains(
            new Difference(
                "customers",
                new SourceKey("north", "1"),
                "sources north/1 + south/" + shared,
                "sources north/1"),
            new Difference("customers", new SourceKey("south", shared), "a row", "none"));
  }

  @Test
  void shouldNameAValueThatNoSourceHas() throws SQLException {
    // Given
    update(WEBSHOP, "update customers set city = 'Atlantis' where id = 'north/3'");
    update(WAREHOUSE, "update products set unit_price = unit_price + 1 where id = 'north/5'");

    // When
    CheckReport report = check.run();

    // Then
    assertThat(only(report, 1).actual()).isEqualTo("city Atlantis");
    assertThat(only(report, 0).table()).isEqualTo("products");
  }

  @Test
  void shouldNameAnOrderWhoseLineIsMissingOrStale() throws SQLException {
    // Given
    update(
        WAREHOUSE,
        "update order_lines set quantity = quantity + 1 where order_id = 'north9' "
            + "and line = (select min(line) from order_lines where order_id = 'north9')");

    // When
    CheckReport report = check.run();

    // Then
    assertThat(only(report, 0).key()).isEqualTo(new SourceKey("north", "9"));
    assertThat(only(report, 0).expected()).startsWith("lines ");
  }

  @Test
  void shouldNameARowThatNoSourceHas() throws SQLException {
    // Given
    update(
        WEBSHOP,
        """
        insert into customers (id, city, sources)
        values ('x', 'Ulm', '[{"source": "north", "entity": "x", "key": "999999"}]')
        """);

    // When
    CheckReport report = check.run();

    // Then
    assertThat(only(report, 1))
        .isEqualTo(new Difference("customers", new SourceKey("north", "999999"), "none", "a row"));
  }

  @Test
  void shouldNameASourceRowThatIsInTwoRowsOfTheTarget() throws SQLException {
    // Given
    update(
        WEBSHOP,
        "insert into customers select 'copy', email, street, city, postal_code, sources"
            + " from customers where id = 'north/2'");

    // When
    CheckReport report = check.run();

    // Then
    assertThat(only(report, 1).key()).isEqualTo(new SourceKey("north", "2"));
    assertThat(only(report, 1).actual()).contains("sources north/2 and again north/2");
  }

  @Test
  void shouldNameTwentyAndCountTheRest() throws SQLException {
    // Given
    update(WAREHOUSE, "update orders set total = 0");

    // When
    TargetReport report = check.run().targets().get(0);

    // Then
    assertThat(report.first()).hasSize(20);
    assertThat(report.differing()).isGreaterThan(150);
  }

  @Test
  void shouldCallATargetWithoutTablesDifferent() throws SQLException {
    // Given
    TargetCheck empty =
        new TargetCheck(
            List.of(new SqlExpectation(NORTH)), List.of(DatabaseServers.mariadb("webshop")));

    // When
    CheckReport report = empty.run();

    // Then
    assertThat(report.equal()).isFalse();
    assertThat(count(report, 0, "orders").actual()).isEqualByComparingTo("0");
  }

  @Test
  void shouldTryAgainUntilPatienceEnds() throws Exception {
    // Given
    update(WAREHOUSE, "update orders set total = 0");
    Thread repair =
        new Thread(
            () -> {
              try {
                new FilledTarget(NORTH, SOUTH, crm.truth()).fill(WAREHOUSE);
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            });

    // When
    CheckReport impatient = check.runUntilEqual(Duration.ZERO);
    repair.start();
    CheckReport patient = check.runUntilEqual(Duration.ofSeconds(30));

    // Then
    assertThat(impatient.equal()).isFalse();
    assertThat(patient.equal()).isTrue();
  }

  private static BigDecimal bd(String number) {
    return new BigDecimal(number);
  }

  private static Count count(CheckReport report, int target, String what) {
    return report.targets().get(target).counts().stream()
        .filter(count -> count.what().equals(what))
        .findFirst()
        .orElseThrow();
  }

  private static Difference only(CheckReport report, int target) {
    assertThat(report.targets().get(target).first()).hasSize(1);
    return report.targets().get(target).first().get(0);
  }

  private static void update(Database database, String sql) throws SQLException {
    try (Connection connection = database.open();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isPositive();
    }
  }
}
