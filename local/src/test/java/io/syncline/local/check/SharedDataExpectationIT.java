package io.syncline.local.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.local.crm.Database;
import io.syncline.local.crm.DatabaseServers;
import io.syncline.local.crm.SharedData;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(
    value = "io.syncline.local.crm.SharedData#present",
    disabledReason = "../shared/data is not there")
class SharedDataExpectationIT {

  private static final Database NORTHWIND = DatabaseServers.postgres("northwind");
  private static final Database CHINOOK = DatabaseServers.mariadb("chinook");

  private static CrmExpectation.Rows northwind;
  private static CrmExpectation.Rows chinook;

  @BeforeAll
  static void load() throws SQLException {
    SharedData.loadNorthwind(NORTHWIND);
    SharedData.loadChinook(CHINOOK);
    northwind = new SqlExpectation(NORTHWIND).read();
    chinook = new SqlExpectation(CHINOOK).read();
  }

  @Test
  void shouldExpectAllOfNorthwind() {
    assertThat(northwind.customers()).hasSize(91);
    assertThat(northwind.products()).hasSize(77);
    assertThat(northwind.orders()).hasSize(830);
    assertThat(lines(northwind)).isEqualTo(2_155);
  }

  @Test
  void shouldExpectAllOfChinook() {
    assertThat(chinook.customers()).hasSize(59);
    assertThat(chinook.products()).hasSize(3_503);
    assertThat(chinook.orders()).hasSize(412);
    assertThat(lines(chinook)).isEqualTo(2_240);
  }

  @Test
  void shouldExpectEveryCustomerOfBothOnItsOwn() throws SQLException {
    Expectation both =
        Expectation.of(List.of(new SqlExpectation(NORTHWIND), new SqlExpectation(CHINOOK)));

    assertThat(both.customers().rows()).isEqualTo(150);
    assertThat(both.products().rows()).isEqualTo(3_580);
  }

  @Test
  void shouldReadSinglePrecisionPricesAsTheyWereTypedIn() {
    // Known from the published data set: order 10250 sells 35 at 42.40 with 15 % off among others.
    ExpectedOrder order =
        northwind.orders().stream()
            .filter(o -> o.key().key().equals("10250"))
            .findFirst()
            .orElseThrow();

    assertThat(order.total()).isEqualByComparingTo("1552.60");
    assertThat(order.lines())
        .anySatisfy(line -> assertThat(line.amount()).isEqualByComparingTo("1261.40"));
  }

  @Test
  void shouldFindChinooksTotalsEqualToTheirLines() {
    assertThat(chinook.orders())
        .allSatisfy(
            order ->
                assertThat(order.total())
                    .isEqualByComparingTo(
                        order.lines().stream()
                            .map(ExpectedOrder.Line::amount)
                            .reduce(BigDecimal.ZERO, BigDecimal::add)));
  }

  private static int lines(CrmExpectation.Rows rows) {
    return rows.orders().stream().mapToInt(order -> order.lines().size()).sum();
  }
}
