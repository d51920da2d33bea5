package io.syncline.local.bench;

import static io.syncline.local.bench.report.Figure.yardstick;

import io.syncline.local.bench.report.Aim;
import io.syncline.local.bench.report.Figure;
import io.syncline.local.bench.report.Samples;
import io.syncline.local.bench.report.Section;
import io.syncline.local.bench.yardstick.CopyOut;
import io.syncline.local.bench.yardstick.CursorRead;
import io.syncline.local.bench.yardstick.Yardstick;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Full load of the table into a topic, beside the bare reading of it. */
final class SourceBench {

  private static final Aim AIM = Aim.atLeast(0.45);
  private static final String ROWS_PER_SECOND = "rows/s";

  private final Bench bench;
  private final Yardstick cursor;
  private final Yardstick copy;

  SourceBench(Bench bench) {
    this.bench = bench;
    cursor = new CursorRead(bench.database(), bench.orders(), bench.connectors().pageRows());
    copy = new CopyOut(bench.database(), bench.orders());
  }

  Section run() throws SQLException, InterruptedException {
    bench.screen().section("Source: the table into a topic");
    List<Round> rounds = bench.repeat(this::round);
    Samples cursorRead = new Samples(rounds.stream().map(Round::cursor).toList());
    Samples copyOut = new Samples(rounds.stream().map(Round::copy).toList());
    List<Load> loads = rounds.stream().map(Round::load).toList();
    Samples ours = Load.rates(loads);
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.ours("our source, exactly-once", ROWS_PER_SECOND, ours));
    figures.add(yardstick(cursor.name(), ROWS_PER_SECOND, cursorRead, ours).withAim(AIM));
    figures.add(yardstick(copy.name(), ROWS_PER_SECOND, copyOut, ours));
    figures.addAll(Load.costs(loads));
    return new Section("Source: full load into a topic, Avro", figures);
  }

  /** Measured one after the other. */
  private record Round(double cursor, double copy, Load load) {}

  private Round round(int number) throws SQLException, InterruptedException {
    double cursorRead = bench.measure(cursor);
    double copyOut = bench.measure(copy);
    String name = "bench-source-" + number;
    Load load = fill(bench, name);
    bench.say("our source", load.rate());
    bench.topics().delete(topic(bench, name));
    return new Round(cursorRead, copyOut, load);
  }

  /** Loads the table by a connector of that name, which is gone afterwards. */
  static Load fill(Bench bench, String name) throws SQLException, InterruptedException {
    String topic = topic(bench, name);
    bench.topics().create(topic);
    Load load =
        Load.watch(
            bench,
            () -> bench.connectors().startSource(name, bench.orders().name()),
            () -> bench.topics().committedOffsets(topic),
            () -> bench.topics().records(topic),
            offsets -> offsets);
    bench.connectors().stop(name);
    return load;
  }

  static String topic(Bench bench, String name) {
    return name + "." + bench.orders().name();
  }
}
