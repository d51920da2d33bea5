package io.syncline.local.bench.identity;

import io.syncline.local.bench.identity.cluster.BatchClusters.Member;
import io.syncline.local.bench.identity.cluster.Clustering;
import io.syncline.local.bench.identity.cluster.Edge;
import io.syncline.local.bench.identity.dataset.DataSet;
import io.syncline.streams.identity.match.MatchRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pairs that were found and are not the same, or missed: by what they have in common. */
final class Mistakes {

  private static final int EXAMPLES = 2;

  private final MatchRules rules;
  private final DataSet data;
  private final List<Member> members;
  private final Clustering found;
  private final Map<List<Integer>, Edge> edges;

  Mistakes(MatchRules rules, DataSet data, List<Member> members, Clustering found) {
    this.rules = rules;
    this.data = data;
    this.members = members;
    this.found = found;
    edges =
        found.edges().stream()
            .collect(
                Collectors.toMap(
                    edge -> List.of(edge.first(), edge.second()),
                    edge -> edge,
                    (one, other) ->
                        one.evidence().score() >= other.evidence().score() ? one : other));
  }

  /** The most frequent kinds, each with examples, as lines of text. */
  List<String> mostFrequent(int kinds) {
    Map<String, List<List<Integer>>> byKind = new TreeMap<>();
    pairsWithin(data.clusters(), found.clusters())
        .forEach(pair -> add(byKind, "missed, " + whyMissed(pair), pair));
    pairsWithin(found.clusters(), data.clusters())
        .forEach(pair -> add(byKind, "wrong, " + whyFound(pair), pair));
    return byKind.entrySet().stream()
        .sorted(Comparator.comparingInt(kind -> -kind.getValue().size()))
        .limit(kinds)
        .flatMap(kind -> lines(kind.getKey(), kind.getValue()).stream())
        .toList();
  }

  private void add(Map<String, List<List<Integer>>> byKind, String why, List<Integer> pair) {
    byKind.computeIfAbsent(why + ": " + difference(pair), unseen -> new ArrayList<>()).add(pair);
  }

  private String whyMissed(List<Integer> pair) {
    Set<Object> keys = new HashSet<>(rules.keys(members.get(pair.get(0)).features()));
    if (Collections.disjoint(keys, rules.keys(members.get(pair.get(1)).features()))) {
      return "never compared";
    }
    Edge edge = edges.get(pair);
    if (edge == null) {
      return "not enough";
    }
    return switch (edge.evidence().verdict()) {
      case REVIEW -> "for review by " + edge.evidence().rule();
      case MATCH -> "refused after " + edge.evidence().rule();
    };
  }

  private String whyFound(List<Integer> pair) {
    Edge edge = edges.get(pair);
    return edge == null ? "by way of others" : "by " + edge.evidence().rule();
  }

  private String difference(List<Integer> pair) {
    Map<String, String> first = data.rows().get(pair.get(0)).cells();
    Map<String, String> second = data.rows().get(pair.get(1)).cells();
    Set<String> columns = new TreeSet<>(first.keySet());
    columns.addAll(second.keySet());
    columns.removeIf(column -> Objects.equals(first.get(column), second.get(column)));
    columns.removeIf(column -> data.rows().get(pair.get(0)).id().equals(first.get(column)));
    return columns.isEmpty() ? "nothing differs" : String.join(", ", columns) + " differ";
  }

  private List<String> lines(String kind, List<List<Integer>> pairs) {
    List<String> lines = new ArrayList<>();
    lines.add("%,6d  %s".formatted(pairs.size(), kind));
    pairs.stream()
        .limit(EXAMPLES)
        .flatMap(List::stream)
        .map(at -> "        " + String.join(" | ", data.rows().get(at).cells().values()))
        .forEach(lines::add);
    return lines;
  }

  /** Pairs that one clustering joins and the other does not; the lower place comes first. */
  private static List<List<Integer>> pairsWithin(List<Integer> joined, List<Integer> apart) {
    Map<Integer, List<Integer>> clusters =
        IntStream.range(0, joined.size()).boxed().collect(Collectors.groupingBy(joined::get));
    List<List<Integer>> pairs = new ArrayList<>();
    for (List<Integer> cluster : clusters.values()) {
      for (int a : cluster) {
        cluster.stream()
            .filter(b -> b > a && !apart.get(a).equals(apart.get(b)))
            .forEach(b -> pairs.add(List.of(a, b)));
      }
    }
    return pairs;
  }
}
