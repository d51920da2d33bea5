package io.syncline.local.bench.identity;

import io.syncline.local.LocalException;
import io.syncline.local.bench.identity.arrival.Orders;
import io.syncline.local.bench.identity.cluster.Clustering;
import io.syncline.local.bench.identity.dataset.DataSet;
import io.syncline.local.bench.identity.dataset.DataSets;
import io.syncline.local.bench.report.Aim;
import io.syncline.local.bench.report.BenchReport;
import io.syncline.local.bench.report.Figure;
import io.syncline.local.bench.report.RunOn;
import io.syncline.local.bench.report.Samples;
import io.syncline.local.bench.report.Section;
import io.syncline.local.terminal.Progress;
import io.syncline.local.terminal.Screen;
import io.syncline.schemas.Entity;
import io.syncline.streams.identity.match.Evidence.Verdict;
import io.syncline.streams.identity.match.MatchRules;
import io.syncline.streams.yaml.DeclarationException;
import java.util.ArrayList;
import java.util.List;

/**
 * Rules on data sets whose truth is known: how much of it they find, at what cost, and whether the
 * order in which the rows arrive plays a part.
 */
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
    Trial trial = new Trial(rules, Entity.ofWord(plan.entity()).orElseThrow(), data);
    long start = System.nanoTime();
    Clustering batch = trial.batch();
    double seconds = secondsSince(start);
    List<Figure> figures = new ArrayList<>();
    if (plan.orders() == 0) {
      figures.addAll(figures(trial, data, batch));
    } else {
      start = System.nanoTime();
      Orders orders = arrive(trial, data);
      double allSeconds = secondsSince(start);
      List<Integer> clusters = trial.clusters(orders.first());
      figures.addAll(figures(trial, data, batch.withClusters(clusters)));
      figures.addAll(figures(orders, Trial.differing(clusters, batch.clusters())));
      figures.add(ours("time of all orders", "s", allSeconds));
    }
    figures.add(ours("time of all rows at once", "s", seconds));
    return new Section("%s: %,d rows".formatted(data.name(), data.rows().size()), figures);
  }

  private Orders arrive(Trial trial, DataSet data) {
    Orders orders;
    try (Progress progress = screen.progress("orders")) {
      orders = trial.arrive(plan.orders(), done -> progress.show(data.name(), done, plan.orders()));
    }
    orders.differences().forEach(screen::bad);
    return orders;
  }

  private List<Figure> figures(Trial trial, DataSet data, Clustering found) {
    if (plan.explain() > 0) {
      screen.section(data.name() + ": the most frequent mistakes");
      trial.mistakes(found).mostFrequent(plan.explain()).forEach(screen::line);
    }
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
        ours("comparisons", "pairs", found.comparisons()));
  }

  private List<Figure> figures(Orders orders, int differing) {
    return List.of(
        ours("different results", "of %,d orders".formatted(plan.orders()), orders.results())
            .withAim(Aim.atMost(1)),
        ours("clustered otherwise at once", "rows", differing).withAim(Aim.atMost(0)),
        ours("messages", "an order", orders.messages()));
  }

  private static Figure ours(String what, String unit, double value) {
    return Figure.ours(what, unit, Samples.of(value));
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / NANOS;
  }
}
