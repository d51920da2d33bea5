package io.syncline.local.bench.identity;

import io.syncline.local.LocalException;
import io.syncline.local.bench.identity.cluster.Clustering;
import io.syncline.local.bench.identity.dataset.DataSet;
import io.syncline.local.bench.identity.dataset.DataSets;
import io.syncline.local.bench.report.Aim;
import io.syncline.local.bench.report.BenchReport;
import io.syncline.local.bench.report.Figure;
import io.syncline.local.bench.report.RunOn;
import io.syncline.local.bench.report.Samples;
import io.syncline.local.bench.report.Section;
import io.syncline.local.terminal.Screen;
import io.syncline.schemas.Entity;
import io.syncline.streams.identity.match.Evidence.Verdict;
import io.syncline.streams.identity.match.MatchRules;
import io.syncline.streams.yaml.DeclarationException;
import java.util.ArrayList;
import java.util.List;

/** Rules on data sets whose truth is known: how much of it they find, and at what cost. */
public final class IdentityBench {

  private static final double AIM = 95;
  private static final double NANOS = 1e9;

  private final IdentityPlan plan;
  private final Screen screen;

  public IdentityBench(IdentityPlan plan, Screen screen) {
    this.plan = plan;
    this.screen = screen;
  }

  public BenchReport run() {
    MatchRules rules = rules();
    List<Section> sections = new ArrayList<>();
    for (DataSet data : new DataSets(plan.truth(), plan.idColumn()).read(plan.data())) {
      sections.add(section(rules, data));
    }
    return new BenchReport(
        "identity", RunOn.here().with("rules", plan.rules().getFileName().toString()), sections);
  }

  private MatchRules rules() {
    try {
      return MatchRules.load(plan.rules());
    } catch (DeclarationException e) {
      throw new LocalException(e.getMessage(), e);
    }
  }

  private Section section(MatchRules rules, DataSet data) {
    Entity entity = Entity.ofWord(plan.entity()).orElseThrow();
    CrmRecords crms = new CrmRecords(entity);
    crms.check(rules, data);
    long start = System.nanoTime();
    Trial trial = new Trial(rules, data, crms, rules.maxCluster(entity));
    Clustering found = trial.run();
    double seconds = (System.nanoTime() - start) / NANOS;
    explain(data, trial.mistakes(found));
    List<Figure> figures = new ArrayList<>(figures(data, found, seconds));
    if (plan.orders() > 0) {
      screen.aside("%s: %d random orders of its rows".formatted(data.name(), plan.orders()));
      figures.add(
          figure(
              "random orders with others", plan.orders(), trial.differing(found, plan.orders())));
    }
    return new Section("%s: %,d rows".formatted(data.name(), data.rows().size()), figures);
  }

  private void explain(DataSet data, Mistakes mistakes) {
    if (plan.explain() > 0) {
      screen.section(data.name() + ": the most frequent mistakes");
      mistakes.mostFrequent(plan.explain()).forEach(screen::line);
    }
  }

  private static Figure figure(String what, int orders, int differing) {
    return Figure.ours(what, "of " + orders, Samples.of(differing)).withAim(Aim.atMost(0));
  }

  private static List<Figure> figures(DataSet data, Clustering found, double seconds) {
    PairCounts pairs = PairCounts.of(found.clusters(), data.clusters());
    long reviews =
        found.edges().stream()
            .filter(edge -> edge.evidence().verdict() == Verdict.REVIEW)
            .filter(edge -> !found.joins(edge.first(), edge.second()))
            .count();
    return List.of(
        ours("precision", "%", 100 * pairs.precision()),
        ours("recall", "%", 100 * pairs.recall()),
        ours("F1", "%", 100 * pairs.f1()).withAim(Aim.atLeast(AIM)),
        ours("pairs that are the same", "pairs", pairs.all()),
        ours("found wrongly", "pairs", pairs.found() - pairs.right()),
        ours("missed", "pairs", pairs.all() - pairs.right()),
        ours("for review", "pairs", reviews),
        ours("joins refused", "pairs", found.refused()),
        ours("keys muted", "keys", found.muted()),
        ours("comparisons", "pairs", found.comparisons()),
        ours("time", "s", seconds));
  }

  private static Figure ours(String what, String unit, double value) {
    return Figure.ours(what, unit, Samples.of(value));
  }
}
