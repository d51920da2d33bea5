package io.syncline.streams.identity.group;

import io.syncline.schemas.Link;
import io.syncline.schemas.NodeReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A reason why two nodes are the same, or are not.
 *
 * @param one the lower of the two
 */
record Edge(String one, String other, String evidence, double strength) {
  private static final Comparator<Edge> STRONGEST_FIRST =
      Comparator.<Edge>comparingDouble(edge -> -edge.strength)
          .thenComparing(Edge::evidence)
          .thenComparing(Edge::one)
          .thenComparing(Edge::other);

  /** Every reason, each once, the strongest first. */
  static Set<Edge> of(Map<String, NodeReport> alive) {
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

  static Edge of(String from, String to, Link link) {
    return from.compareTo(to) < 0
        ? new Edge(from, to, link.getEvidence(), link.getStrength())
        : new Edge(to, from, link.getEvidence(), link.getStrength());
  }

  boolean isSame() {
    return strength >= 0;
  }

  boolean isOfPerson() {
    return strength >= ClusterRule.SAME;
  }

  boolean isBetween(Set<String> nodes, Set<String> others) {
    return nodes.contains(one) && others.contains(other)
        || nodes.contains(other) && others.contains(one);
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
}
