package io.syncline.local.bench;

import static io.syncline.local.bench.report.Figure.yardstick;

import io.syncline.local.bench.report.Aim;
import io.syncline.local.bench.report.Figure;
import io.syncline.local.bench.report.Samples;
import io.syncline.local.bench.report.Section;
import io.syncline.local.bench.yardstick.BareUpserts;
import io.syncline.local.bench.yardstick.CopyIn;
import io.syncline.local.bench.yardstick.OrdersTable;
import io.syncline.local.bench.yardstick.SinkTaskAlone;
import io.syncline.local.bench.yardstick.Yardstick;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writing of a topic into an empty table, beside the bare writing of the same rows. */
final class SinkBench {

  private static final Aim OF_COPY = Aim.atLeast(0.60);
  private static final Aim OF_OWN_STATEMENT = Aim.atLeast(0.85);
  private static final String ROWS_PER_SECOND = "rows/s";

  private final Bench bench;
  private final OrdersTable target = new OrdersTable("orders_copy");
  private final Yardstick copy;
  private final Yardstick upserts;
  private final Yardstick alone;

  SinkBench(Bench bench) throws SQLException {
    this.bench = bench;
    copy = new CopyIn(bench.database(), bench.orders(), target, bench.plan().rows());
    upserts =
        new BareUpserts(
            bench.database(),
            bench.orders(),
            target,
            bench.plan().rows(),
            bench.connectors().batchRows());
    alone = alone(bench, target);
  }

  private static Yardstick alone(Bench bench, OrdersTable target) throws SQLException {
    Map<String, String> settings =
        bench.connectors().sinkTask(bench.database(), SinkTaskAlone.TOPIC, target.name());
    return new SinkTaskAlone(
        bench.database(), bench.orders(), target, bench.plan().rows(), settings);
  }

  Section run() throws SQLException, InterruptedException {
    bench.screen().section("Sink: the topic into a table");
    bench.screen().aside("the topic to read");
    String source = "bench-sink-input";
    SourceBench.fill(bench, source);
    List<Round> rounds = bench.repeat(number -> round(number, SourceBench.topic(bench, source)));
    Samples copyIn = new Samples(rounds.stream().map(Round::copy).toList());
    Samples upserted = new Samples(rounds.stream().map(Round::upserts).toList());
    Samples tasks = new Samples(rounds.stream().map(Round::alone).toList());
    List<Load> loads = rounds.stream().map(Round::load).toList();
    Samples ours = Load.rates(loads);
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.ours("our sink, version guard on", ROWS_PER_SECOND, ours));
    figures.add(yardstick(copy.name(), ROWS_PER_SECOND, copyIn, ours).withAim(OF_COPY));
    figures.add(
        yardstick(upserts.name(), ROWS_PER_SECOND, upserted, ours).withAim(OF_OWN_STATEMENT));
    figures.add(yardstick(alone.name(), ROWS_PER_SECOND, tasks, ours));
    figures.addAll(Load.costs(loads));
    return new Section("Sink: the topic into an empty table with a primary key", figures);
  }

  /** Measured one after the other. */
  private record Round(double copy, double upserts, double alone, Load load) {}

  private Round round(int number, String topic) throws SQLException, InterruptedException {
    double copyIn = bench.measure(copy);
    double upserted = bench.measure(upserts);
    double tasks = bench.measure(alone);
    Load load = write("bench-sink-" + number, topic);
    bench.say("our sink", load.rate());
    return new Round(copyIn, upserted, tasks, load);
  }

  private Load write(String name, String topic) throws SQLException, InterruptedException {
    target.createEmpty(bench.database());
    try (Connection watch = bench.database().open()) {
      double bytesPerRow = (double) bench.orders().bytes(watch) / bench.plan().rows();
      return Load.watch(
          bench,
          () -> bench.connectors().startSink(name, topic, target.name()),
          () -> target.bytes(watch),
          () -> target.rows(watch),
          bytes -> (long) (bytes / bytesPerRow));
    } finally {
      bench.connectors().stop(name);
    }
  }
}
