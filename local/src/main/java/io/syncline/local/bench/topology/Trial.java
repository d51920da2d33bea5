package io.syncline.local.bench.topology;

import io.syncline.local.bench.topology.flow.Drain;
import io.syncline.local.bench.topology.flow.FeedProcess;
import io.syncline.local.bench.topology.flow.Groups;
import io.syncline.local.bench.topology.flow.StageApp;
import io.syncline.local.bench.topology.program.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** An application on topics of its own, that is fed, and fed again. */
final class Trial implements AutoCloseable {

  private static final List<String> SOURCES =
      List.of("customers", "products", "orders", "order_lines");

  private static final List<String> SOUTH = List.of("clients", "articles", "sales", "sale_items");

  private final Bench bench;
  private final Stage stage;
  private final StageApp app;
  private Groups groups;
  private long rows;

  private Trial(Bench bench, Stage stage, StageApp app, Groups groups, long rows) {
    this.bench = bench;
    this.stage = stage;
    this.app = app;
    this.groups = groups;
    this.rows = rows;
  }

  /** Returns when the application has worked off what warms it up. */
  static Trial start(Bench bench, Stage stage, int threads) throws InterruptedException {
    bench.screen().aside("%s, %d threads: warming up".formatted(word(stage), threads));
    bench.topics().deleteAll();
    bench.topics().create(SOURCES.stream().map("crm.north."::concat).toList());
    bench.topics().create(SOUTH.stream().map("crm.south."::concat).toList());
    Groups groups = Groups.of(bench.plan().warmUp());
    FeedProcess feed = FeedProcess.prepare(bench.servers(), groups, true);
    feed.release();
    // Not used before: the group of another trial has read other topics of the same names.
    String id = "bench-%d-%s".formatted(bench.trials().incrementAndGet(), word(stage));
    var app = StageApp.start(bench.servers(), stage, id, threads, bench.plan().profile());
    Trial trial = new Trial(bench, stage, app, groups, feed.rows());
    trial.drain();
    return trial;
  }

  static String word(Stage stage) {
    return stage.name().toLowerCase(Locale.ROOT);
  }

  StageApp app() {
    return app;
  }

  Groups groups() {
    return groups;
  }

  /** Feeds as many customers as planned, and measures until nothing is left to do. */
  Work work() throws InterruptedException {
    groups = groups.next(bench.plan().customers());
    FeedProcess feed = FeedProcess.prepare(bench.servers(), groups, false);
    rows += feed.rows();
    Duration cpu = app.cpu();
    Duration broker = bench.brokerCpu();
    long released = System.nanoTime();
    feed.release();
    Duration releasing = Duration.ofNanos(System.nanoTime() - released);
    Duration took = drain().plus(releasing);
    Work work = Work.of(feed.rows(), took, app.cpu().minus(cpu), bench.brokerCpu().minus(broker));
    bench.say(word(stage), work);
    return work;
  }

  private Duration drain() throws InterruptedException {
    return new Drain(bench.servers(), bench.topics(), bench.screen())
        .await(app.id(), rows, this::isComplete);
  }

  /**
   * What the application has written by now for each row it has read, by topic. The marks that end
   * transactions are among it.
   */
  Map<String, Double> written() throws InterruptedException {
    Map<String, Double> written = new TreeMap<>();
    bench
        .topics()
        .levels(app.id())
        .forEach((topic, records) -> written.put(topic, (double) records / rows));
    return written;
  }

  private boolean isComplete() throws InterruptedException {
    return stage != Stage.WHOLE
        || bench.topics().live("canonical.customer") == groups.peopleSoFar()
            && bench.topics().live("canonical.order") == groups.end();
  }

  @Override
  public void close() {
    app.close();
  }
}
