package io.syncline.local.bench.topology;

import io.syncline.local.bench.report.Aim;
import io.syncline.local.bench.report.Figure;
import io.syncline.local.bench.report.Samples;
import io.syncline.local.bench.report.Section;
import io.syncline.local.bench.topology.program.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What was worked off with one number of threads.
 *
 * @param plain by plain clients
 * @param stages by the topology up to a stage, in the order of the flow
 */
record Throughput(int threads, List<Work> plain, Map<Stage, List<Work>> stages) {

  private static final Aim AIM = Aim.atLeast(0.20);
  private static final String RATE = "rec/s";
  private static final String MICROS = "µs";

  Section ofWhole() {
    List<Work> whole = stages.get(Stage.WHOLE);
    Samples rate = Work.samples(whole, Work::rate);
    Samples cpu = Work.samples(whole, Work::cpu);
    Samples broker = Work.samples(whole, Work::brokerCpu);
    return new Section(
        "The whole topology, %d threads".formatted(threads),
        List.of(
            Figure.ours("all stages", RATE, rate),
            Figure.yardstick("P: plain clients", RATE, Work.samples(plain, Work::rate), rate)
                .withAim(AIM),
            Figure.ours("CPU per record", MICROS, cpu),
            Figure.yardstick("P's", MICROS, Work.samples(plain, Work::cpu), cpu),
            Figure.ours("broker's CPU per record", MICROS, broker),
            Figure.yardstick(
                "the broker's for P", MICROS, Work.samples(plain, Work::brokerCpu), broker)));
  }

  /** Each stage beside P: how fast the flow is up to it, and what CPU it adds. */
  Section ofStages() {
    Samples plainRate = Work.samples(plain, Work::rate);
    Samples plainCpu = Work.samples(plain, Work::cpu);
    List<Figure> figures = new ArrayList<>();
    Samples before = plainCpu.minus(plainCpu);
    for (Map.Entry<Stage, List<Work>> stage : stages.entrySet()) {
      String word = Trial.word(stage.getKey());
      boolean last = stage.getKey() == Stage.WHOLE;
      Samples rate = Work.samples(stage.getValue(), Work::rate);
      Samples cpu = Work.samples(stage.getValue(), Work::cpu);
      String upTo = last ? "all stages" : "up to " + word;
      String own = last ? "canonical and delivery" : word;
      figures.add(Figure.against(plainRate, upTo, RATE, rate));
      figures.add(Figure.against(plainCpu, own + ": CPU", MICROS, cpu.minus(before)));
      before = cpu;
    }
    return new Section("Stage by stage, %d threads: times P's".formatted(threads), figures);
  }
}
