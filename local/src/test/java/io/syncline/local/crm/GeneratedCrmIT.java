package io.syncline.local.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.local.crm.GroundTruth.Pair;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GeneratedCrmIT {

  private static Database north;
  private static Database south;
  private static GeneratedCrm crm;

  @BeforeAll
  static void createBoth() throws SQLException {
    north = DatabaseServers.postgres("north");
    south = DatabaseServers.mariadb("south");
    crm = GeneratedCrm.create(north, south, 500, 42);
  }

  @Test
  void shouldReportTheRowsThatAreThere() throws SQLException {
    assertThat(crm.rows()).hasSize(8);
    assertThat(crm.rows().get("north.customers"))
        .isEqualTo(number(north, "select count(*) from customers"))
        .isEqualTo(303);
    assertThat(crm.rows().get("south.sale_items"))
        .isEqualTo(number(south, "select count(*) from sale_items"));
    assertThat(crm.rows().get("north.orders")).isEqualTo(500);
  }

  @Test
  void shouldMakeTheSameRowsFromTheSameSeed() throws SQLException {
    // Given
    Database northAgain = DatabaseServers.postgres("north");
    Database southAgain = DatabaseServers.mariadb("south");
    Database northOnce = DatabaseServers.postgres("north");
    Database southOnce = DatabaseServers.mariadb("south");

    // When
    GeneratedCrm.create(northOnce, southOnce, 100, 42);
    GeneratedCrm.create(northAgain, southAgain, 100, 42);

    // Then
    for (String table : List.of("customers", "products", "orders", "order_lines")) {
      String sql = "select * from " + table + " order by id";
      assertThat(rows(northAgain, sql)).isNotEmpty().isEqualTo(rows(northOnce, sql));
    }
    for (String table : List.of("clients", "articles", "sales", "sale_items")) {
      String sql = "select * from " + table + " order by row_id";
      assertThat(rows(southAgain, sql)).isNotEmpty().isEqualTo(rows(southOnce, sql));
    }
  }

  @Test
  void shouldGiveTheSamePersonTheSameEmailOrElseTheSamePhone() throws SQLException {
    for (Pair pair : crm.truth().sameCustomers()) {
      List<Object> mine =
          rows(north, "select lower(trim(email)), phone from customers where id = " + pair.north())
              .get(0);
      List<Object> theirs =
          rows(
                  south,
                  "select lower(trim(mail)), telephone from clients where client_no = '%s'"
                      .formatted(pair.south()))
              .get(0);
      assertThat(mine.get(0)).as("e-mail of %s", pair).isEqualTo(theirs.get(0));
      if (mine.get(0) == null) {
        assertThat(lastDigits(mine.get(1))).isEqualTo(lastDigits(theirs.get(1)));
      }
    }
  }

  @Test
  void shouldKeepEveryLetterInBoth() throws SQLException {
    String accented = "where last_name ~ '[éíóáüöłńżç]'";
    assertThat(number(north, "select count(*) from customers " + accented)).isPositive();
    String replaced = "select count(*) from clients where full_name like '%?%'";
    assertThat(number(south, replaced)).isZero();
    String accentedToo = "where full_name regexp '[éíóáüöłńżç]'";
    assertThat(number(south, "select count(*) from clients " + accentedToo)).isPositive();
  }

  @Test
  void shouldKeepNorthsTotalEqualToItsLines() throws SQLException {
    String different =
        """
        select count(*) from orders o where total <> (
          select sum(round(quantity * unit_price * (1 - discount), 2))
          from order_lines l where l.order_id = o.id and l.deleted_at is null)
        """;
    assertThat(number(north, different)).isZero();
  }

  @Test
  void shouldStampEveryChange() throws SQLException {
    // When
    update(north, "update customers set city = 'Ulm' where id = 1");
    update(south, "update clients set town = 'Ulm' where row_id = 1");

    // Then
    String fresh = "select count(*) from %s > %s";
    assertThat(
            number(
                north,
                fresh.formatted(
                    "customers where updated_at", "clock_timestamp() - interval '1 minute'")))
        .isEqualTo(1);
    assertThat(
            number(
                south,
                fresh.formatted(
                    "clients where modified_at", "utc_timestamp(6) - interval 1 minute")))
        .isEqualTo(1);
  }

  @Test
  void shouldTakeFurtherRowsWithoutAKeyFromTheCaller() throws SQLException {
    // When
    update(
        north,
        "insert into orders (order_no, customer_id, status, ordered_at, currency, total)"
            + " values ('X', 1, 'open', now(), 'EUR', 0)");
    update(
        south,
        "insert into sales (client_no, state, sold_at, currency)"
            + " values ('C000001', 'NEW', utc_timestamp(6), 'EUR')");

    // Then
    assertThat(number(north, "select max(id) from orders")).isEqualTo(501);
    assertThat(number(south, "select max(sale_no) from sales")).isEqualTo(501);

    update(north, "delete from orders where order_no = 'X'");
    update(south, "delete from sales where sale_no = 501");
  }

  private static String lastDigits(Object phone) {
    String digits = phone.toString().replaceAll("\\D", "");
    return digits.substring(digits.length() - 8);
  }

  private static void update(Database database, String sql) throws SQLException {
    try (Connection connection = database.open();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }

  private static long number(Database database, String sql) throws SQLException {
    return ((Number) rows(database, sql).get(0).get(0)).longValue();
  }

  private static List<List<Object>> rows(Database database, String sql) throws SQLException {
    List<List<Object>> rows = new ArrayList<>();
    try (Connection connection = database.open();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(result.getObject(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
