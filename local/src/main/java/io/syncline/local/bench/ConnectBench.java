package io.syncline.local.bench;

import io.syncline.local.bench.BenchPlan.Part;
import io.syncline.local.bench.report.BenchReport;
import io.syncline.local.bench.report.Figure;
import io.syncline.local.bench.report.RunOn;
import io.syncline.local.bench.report.Samples;
import io.syncline.local.bench.report.Section;
import io.syncline.local.bench.yardstick.OrdersTable;
import io.syncline.local.crm.Database;
import io.syncline.local.platform.Platform;
import io.syncline.local.platform.PlatformPlan;
import io.syncline.local.platform.PlatformPlan.Engine;
import io.syncline.local.platform.PlatformPorts;
import io.syncline.local.platform.folder.Checkout;
import io.syncline.local.terminal.Progress;
import io.syncline.local.terminal.Screen;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Speed of our connectors: a table into a topic, the topic into a table, and a single change. */
public final class ConnectBench {

  /** As the connectors' files call it. */
  static final String DATABASE = "bench";

  private final BenchPlan plan;
  private final Screen screen;

  public ConnectBench(BenchPlan plan, Screen screen) {
    this.plan = plan;
    this.screen = screen;
  }

  /** What the benchmark starts. */
  public static PlatformPlan platform(Checkout checkout) {
    return PlatformPlan.of(checkout, PlatformPorts.free())
        .withoutMariaDb()
        .withDatabase(DATABASE, Engine.POSTGRES);
  }

  /** Runs on the platform started from that plan. */
  public BenchReport run(Platform platform) throws SQLException, InterruptedException {
    RunOn before = RunOn.here();
    Connectors connectors = new Connectors(platform, plan);
    OrdersTable orders = fill(platform.database(DATABASE));
    List<Section> sections = new ArrayList<>();
    try (Topics topics = new Topics(platform.broker())) {
      Bench bench = new Bench(platform, plan, screen, connectors, topics, orders);
      if (plan.parts().contains(Part.SOURCE)) {
        sections.add(new SourceBench(bench).run());
      }
      if (plan.parts().contains(Part.SINK)) {
        sections.add(new SinkBench(bench).run());
      }
      if (plan.parts().contains(Part.DETECTION)) {
        sections.add(DetectionBench.polled(bench).run());
        sections.add(DetectionBench.woken(bench).run());
      }
    }
    Worker worker = new Worker(platform.connect());
    sections.add(heap(worker));
    return new BenchReport("connect", runOn(before, worker), sections);
  }

  private OrdersTable fill(Database database) throws SQLException {
    OrdersTable orders = new OrdersTable("orders");
    screen.section("Table to read");
    try (Progress progress = screen.progress("rows")) {
      orders.create(database, plan.rows(), rows -> progress.show(orders.name(), rows, plan.rows()));
    }
    return orders;
  }

  private static Section heap(Worker worker) {
    Samples megabytes = Samples.of(worker.liveHeapBytes() / 1e6);
    return new Section(
        "Connect worker at the end",
        List.of(Figure.ours("heap after a collection", "MB", megabytes)));
  }

  private RunOn runOn(RunOn before, Worker worker) {
    return before
        .with("load after", RunOn.here().facts().get("load before"))
        .with("worker's heap", worker.heapLimit())
        .with("rows", String.format(Locale.ROOT, "%,d", plan.rows()))
        .with("repeats", Integer.toString(plan.repeats()))
        .with("source settings", plan.sourceSettings().toString())
        .with("sink settings", plan.sinkSettings().toString());
  }
}
