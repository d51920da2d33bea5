package io.syncline.local.bench.topology;

import io.syncline.local.bench.report.BenchReport;
import io.syncline.local.bench.report.Figure;
import io.syncline.local.bench.report.RunOn;
import io.syncline.local.bench.report.Samples;
import io.syncline.local.bench.report.Section;
import io.syncline.local.bench.topology.TopologyPlan.Part;
import io.syncline.local.bench.topology.flow.FlowTopics;
import io.syncline.local.bench.topology.flow.Servers;
import io.syncline.local.bench.topology.program.Stage;
import io.syncline.local.terminal.Screen;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Speed of the topology, the whole and stage by stage, beside plain clients in the same run. */
public final class TopologyBench {

  private static final List<Stage> CUTS =
      List.of(Stage.SOURCE, Stage.MAPPING, Stage.QUALITY, Stage.IDENTITY);

  private static final double WORTH_A_LINE = 0.05;

  private final TopologyPlan plan;
  private final Screen screen;
  private final List<Section> sections = new ArrayList<>();

  public TopologyBench(TopologyPlan plan, Screen screen) {
    this.plan = plan;
    this.screen = screen;
  }

  /** Runs beside these servers. */
  public BenchReport run(Servers servers) throws InterruptedException {
    RunOn before = RunOn.here();
    try (FlowTopics topics = new FlowTopics(servers.broker())) {
      Bench bench = new Bench(servers, topics, plan, screen, new AtomicInteger());
      if (has(Part.WHOLE) || has(Part.STAGES)) {
        for (int threads : plan.threads()) {
          speed(bench, threads);
        }
      }
      if (has(Part.DELAY) || has(Part.RESTORE) || plan.hot() > 0) {
        rest(bench);
      }
    }
    return new BenchReport("topology", runOn(before), sections);
  }

  private void speed(Bench bench, int threads) throws InterruptedException {
    screen.section("Speed, %d threads".formatted(threads));
    List<Work> plain = new ArrayList<>();
    Map<Stage, List<Work>> stages = new EnumMap<>(Stage.class);
    Map<String, Double> written;
    try (Trial trial = Trial.start(bench, Stage.WHOLE, threads)) {
      Yardstick yardstick = new Yardstick(bench);
      List<Work> whole = new ArrayList<>();
      for (int repeat = 0; repeat < plan.repeats(); repeat++) {
        plain.add(yardstick.measure(threads));
        whole.add(trial.work());
      }
      stages.put(Stage.WHOLE, whole);
      written = trial.written();
    }
    Throughput throughput = new Throughput(threads, plain, stages);
    sections.add(throughput.ofWhole());
    if (threads == plan.mostThreads()) {
      sections.add(traffic(written));
    }
    if (has(Part.STAGES)) {
      for (Stage cut : CUTS) {
        stages.put(cut, upTo(bench, cut, threads));
      }
      sections.add(throughput.ofStages());
    }
  }

  private static Section traffic(Map<String, Double> written) {
    List<Figure> figures = new ArrayList<>();
    double sum = written.values().stream().mapToDouble(Double::doubleValue).sum();
    figures.add(Figure.ours("all topics", "records", Samples.of(sum)));
    written.entrySet().stream()
        .filter(topic -> topic.getValue() >= WORTH_A_LINE)
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .forEach(
            topic ->
                figures.add(Figure.ours(topic.getKey(), "records", Samples.of(topic.getValue()))));
    return new Section("Written for each row of a source, marks of transactions too", figures);
  }

  private List<Work> upTo(Bench bench, Stage cut, int threads) throws InterruptedException {
    List<Work> repeats = new ArrayList<>();
    try (Trial trial = Trial.start(bench, cut, threads)) {
      for (int repeat = 0; repeat < plan.repeats(); repeat++) {
        repeats.add(trial.work());
      }
    }
    return repeats;
  }

  /** What needs an application that has all of the customers. */
  private void rest(Bench bench) throws InterruptedException {
    screen.section("Delay and state");
    try (Trial trial = Trial.start(bench, Stage.WHOLE, plan.mostThreads())) {
      trial.work();
      Delays delays = new Delays(bench, trial.groups().peopleSoFar());
      if (has(Part.DELAY)) {
        sections.add(delays.section());
      }
      if (plan.hot() > 0) {
        sections.add(delays.hotSection());
      }
      if (has(Part.RESTORE)) {
        long customers = trial.groups().customersSoFar() + delays.newCustomers();
        sections.addAll(new Restore(bench, trial.app(), customers).sections());
      }
    }
  }

  private boolean has(Part part) {
    return plan.parts().contains(part);
  }

  private RunOn runOn(RunOn before) {
    return before
        .with("load after", RunOn.here().facts().get("load before"))
        .with("customers", String.format(Locale.ROOT, "%,d", plan.customers()))
        .with("warmed up with", String.format(Locale.ROOT, "%,d", plan.warmUp()))
        .with("repeats", Integer.toString(plan.repeats()));
  }
}
