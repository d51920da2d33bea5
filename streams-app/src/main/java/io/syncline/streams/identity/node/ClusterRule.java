package io.syncline.streams.identity.node;

import io.syncline.schemas.Link;
import io.syncline.schemas.NodeReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which nodes of a group are one customer or product.
 *
 * <p>Usually all. Where a link says "not the same", or they are too many, the strongest links are
 * followed first, and a link that would join what must stay apart is not followed: the same
 * whatever the order of arrival.
 *
 * @param most records that a cluster has at most
 */
public record ClusterRule(int most) {

  /**
   * A reason why two nodes are the same, or are not.
   *
   * @param one the lower of the two
   */
  private record Edge(String one, String other, String evidence, double strength) {
    private static final Comparator<Edge> STRONGEST_FIRST =
        Comparator.<Edge>comparingDouble(edge -> -edge.strength)
            .thenComparing(Edge::evidence)
            .thenComparing(Edge::one)
            .thenComparing(Edge::other);

    static Edge of(String from, String to, Link link) {
      return from.compareTo(to) < 0
          ? new Edge(from, to, link.getEvidence(), link.getStrength())
          : new Edge(to, from, link.getEvidence(), link.getStrength());
    }

    boolean isSame() {
      return strength >= 0;
    }
  }

  /** The clusters of a group, each with its oldest record first; deleted records are in none. */
  List<List<NodeReport>> clusters(Group group) {
    Map<String, NodeReport> alive = new TreeMap<>();
    group.nodes().stream()
        .filter(report -> report.getRecord().isPresent())
        .forEach(report -> alive.put(report.getNode().getNode(), report));
    Map<String, Set<String>> clusters = new TreeMap<>();
    alive.keySet().forEach(node -> clusters.put(node, new TreeSet<>(Set.of(node))));
    var edges = edges(alive);
    var apart = edges.stream().filter(edge -> !edge.isSame()).toList();
    edges.stream().filter(Edge::isSame).forEach(edge -> join(edge, clusters, apart));
    return new HashSet<>(clusters.values())
        .stream()
            .map(
                nodes ->
                    nodes.stream()
                        .map(alive::get)
                        .sorted(Comparator.comparing(Age::ofRecord))
                        .toList())
            .sorted(Comparator.comparing(nodes -> Age.ofRecord(nodes.get(0))))
            .toList();
  }

  /** Every reason, each once, the strongest first. */
  private static Set<Edge> edges(Map<String, NodeReport> alive) {
    var edges = new TreeSet<>(Edge.STRONGEST_FIRST);
    Map<String, Map<String, Link>> shared = new TreeMap<>();
    alive.forEach(
        (node, report) -> {
          for (var link : report.getLinks()) {
            var other = link.getOther().getNode();
            if (link.getShared()) {
              shared.computeIfAbsent(link.getEvidence(), key -> new TreeMap<>()).put(node, link);
            } else if (alive.containsKey(other)) {
              edges.add(Edge.of(node, other, link));
            }
          }
        });
    shared.values().forEach(nodes -> edges.addAll(pairs(nodes)));
    return edges;
  }

  /** Which node is the centre of shared evidence depends on arrival; what it says does not. */
  private static List<Edge> pairs(Map<String, Link> nodes) {
    var pairs = new ArrayList<Edge>();
    nodes.forEach(
        (one, link) ->
            nodes.keySet().stream()
                .filter(other -> one.compareTo(other) < 0)
                .forEach(other -> pairs.add(Edge.of(one, other, link))));
    return pairs;
  }

  private void join(Edge edge, Map<String, Set<String>> clusters, List<Edge> apart) {
    var one = clusters.get(edge.one());
    var other = clusters.get(edge.other());
    if (one == other || one.size() + other.size() > most || areApart(one, other, apart)) {
      return;
    }
    one.addAll(other);
    other.forEach(node -> clusters.put(node, one));
  }

  private static boolean areApart(Set<String> one, Set<String> other, List<Edge> apart) {
    return apart.stream()
        .anyMatch(
            edge ->
                one.contains(edge.one()) && other.contains(edge.other())
                    || one.contains(edge.other()) && other.contains(edge.one()));
  }
}
