package io.syncline.local.bench;

import io.syncline.local.bench.yardstick.OrdersTable;
import io.syncline.local.bench.yardstick.Yardstick;
import io.syncline.local.crm.Database;
import io.syncline.local.platform.Platform;
import io.syncline.local.terminal.Screen;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the parts of a benchmark share. */
record Bench(
    Platform platform,
    BenchPlan plan,
    Screen screen,
    Connectors connectors,
    Topics topics,
    OrdersTable orders) {

  Database database() {
    return platform.database(ConnectBench.DATABASE);
  }

  /** Work that is done once per repeat. */
  interface Repeat<T> {

    T run(int number) throws SQLException, InterruptedException;
  }

  /** Runs it as often as planned, beginning with 1. */
  <T> List<T> repeat(Repeat<T> work) throws SQLException, InterruptedException {
    List<T> results = new ArrayList<>();
    for (int number = 1; number <= plan.repeats(); number++) {
      screen.aside("run %d of %d".formatted(number, plan.repeats()));
      results.add(work.run(number));
    }
    return results;
  }

  double measure(Yardstick yardstick) throws SQLException, InterruptedException {
    double rate = yardstick.measure();
    say(yardstick.name(), rate);
    return rate;
  }

  void say(String what, double rate) {
    screen.line(String.format(Locale.ROOT, "%-30s %,.0f rows/s", what, rate));
  }
}
