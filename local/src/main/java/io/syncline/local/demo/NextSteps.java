package io.syncline.local.demo;

import io.syncline.local.crm.Database;
import io.syncline.local.platform.Platform;
import io.syncline.local.terminal.Screen;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Lines that work as printed while the demo runs. */
final class NextSteps {

  private final Platform platform;

  NextSteps(Platform platform) {
    this.platform = platform;
  }

  void print(Screen screen) throws SQLException {
    String app = platform.app().url();
    Database north = platform.database("north");
    long customer = anyCustomer(north);
    screen.section("What to try next");
    screen.line("The API, with a page to try it on:");
    screen.line("  %s/swagger-ui".formatted(app));
    screen.line(
        "The canonical customer that a customer of north became, each field with its origin:");
    screen.line("  curl '%s/api/customers?source=north&key=%d'".formatted(app, customer));
    screen.line("Every change since the beginning, five at a time, with the cursor to go on from:");
    screen.line("  curl '%s/api/changes?max=5'".formatted(app));
    screen.line("A change in a source, then what became of it in a target:");
    screen.line(psql(north, "update customers set city = 'Ulm' where id = " + customer));
    screen.line(
        psql(
            platform.database("warehouse"),
            "select id, name, city, updated_at from customers where city = 'Ulm'"));
  }

  /** One that is not deleted. */
  private static long anyCustomer(Database north) throws SQLException {
    try (Connection connection = north.open();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select min(id) from customers where deleted_at is null")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static String psql(Database database, String sql) {
    String address = database.url().substring("jdbc:postgresql://".length());
    return "  psql postgresql://%s:%s@%s -c \"%s\""
        .formatted(database.user(), database.password(), address, sql);
  }
}
