package io.syncline.local.demo;

import io.syncline.local.crm.Database;
import io.syncline.local.platform.Platform;
import io.syncline.local.terminal.Screen;

/** Lines that work as printed while the demo runs. */
final class NextSteps {

  private final Platform platform;

  NextSteps(Platform platform) {
    this.platform = platform;
  }

  void print(Screen screen) {
    String app = platform.app().url();
    screen.section("What to try next");
    screen.line("The API, with a page to try it on: " + app + "/swagger-ui");
    screen.line(
        "The canonical customer that customer 1 of north became, and where each field is from:");
    screen.line("  curl '%s/api/customers?source=north&key=1'".formatted(app));
    screen.line("Every change since the beginning, a few at a time:");
    screen.line("  curl '%s/api/changes?max=5'".formatted(app));
    screen.line("A change at the source, and what becomes of it in a target:");
    screen.line(psql(platform.database("north"), "update customers set city = 'Ulm' where id = 1"));
    screen.line(
        psql(
            platform.database("warehouse"),
            "select id, name, city from customers where city = 'Ulm'"));
  }

  private static String psql(Database database, String sql) {
    String address = database.url().substring("jdbc:postgresql://".length());
    return "  psql postgresql://%s:%s@%s -c \"%s\""
        .formatted(database.user(), database.password(), address, sql);
  }
}
