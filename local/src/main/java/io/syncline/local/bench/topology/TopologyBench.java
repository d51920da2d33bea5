package io.syncline.local.bench.topology;

import io.syncline.local.bench.report.Aim;
import io.syncline.local.bench.report.BenchReport;
import io.syncline.local.bench.report.Figure;
import io.syncline.local.bench.report.RunOn;
import io.syncline.local.bench.report.Samples;
import io.syncline.local.bench.report.Section;
import io.syncline.local.bench.topology.program.Stage;
import io.syncline.local.terminal.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Speed of the topology, the whole and stage by stage, beside plain clients in the same run. */
public final class TopologyBench {

  private static final Aim WHOLE = Aim.atLeast(0.20);
  private static final String RATE = "rec/s";
  private static final String MICROS = "µs";

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
      Bench bench = new Bench(servers, topics, plan, screen);
      for (int threads : plan.threads()) {
        measure(bench, threads);
      }
    }
    return new BenchReport("topology", runOn(before), sections);
  }

  private void measure(Bench bench, int threads) throws InterruptedException {
    screen.section("The whole topology, %d threads".formatted(threads));
    List<Work> plain = new ArrayList<>();
    List<Work> whole = new ArrayList<>();
    try (Trial trial = Trial.start(bench, Stage.WHOLE, threads)) {
      Yardstick yardstick = new Yardstick(bench);
      for (int repeat = 0; repeat < plan.repeats(); repeat++) {
        plain.add(yardstick.measure(threads));
        whole.add(trial.work());
      }
    }
    sections.add(whole(threads, whole, plain));
  }

  private static Section whole(int threads, List<Work> whole, List<Work> plain) {
    Samples rate = Work.samples(whole, Work::rate);
    Samples cpu = Work.samples(whole, Work::cpu);
    Samples broker = Work.samples(whole, Work::brokerCpu);
    return new Section(
        "The whole topology, %d threads".formatted(threads),
        List.of(
            Figure.ours("all stages", RATE, rate),
            Figure.yardstick("P: plain clients", RATE, Work.samples(plain, Work::rate), rate)
                .withAim(WHOLE),
            Figure.ours("CPU per record", MICROS, cpu),
            Figure.yardstick("P's", MICROS, Work.samples(plain, Work::cpu), cpu),
            Figure.ours("broker's CPU per record", MICROS, broker),
            Figure.yardstick(
                "the broker's for P", MICROS, Work.samples(plain, Work::brokerCpu), broker)));
  }

  private RunOn runOn(RunOn before) {
    return before
        .with("load after", RunOn.here().facts().get("load before"))
        .with("customers", String.format(Locale.ROOT, "%,d", plan.customers()))
        .with("warmed up with", String.format(Locale.ROOT, "%,d", plan.warmUp()))
        .with("repeats", Integer.toString(plan.repeats()));
  }
}
