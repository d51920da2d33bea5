package io.syncline.streams.identity.group;

import io.syncline.schemas.Entity;
import io.syncline.schemas.NodeReport;
import io.syncline.streams.identity.match.Features;
import io.syncline.streams.identity.match.MatchRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Which nodes of a group are one customer or product.
 *
 * <p>Usually all. Where a link says "not the same", or they are too many, the strongest links are
 * followed first, and a link that would join what must stay apart is not followed: the same
 * whatever the order of arrival. A person's "the same" holds against a veto, but not against
 * another person.
 *
 * @param tooMany hears of the evidence of each link that is not followed because they would be too
 *     many
 */
public record ClusterRule(MatchRules rules, BiConsumer<Entity, String> tooMany) {

  /** Strength of a person's word: above all evidence, or below nothing. */
  public static final double SAME = 2;

  public static final double NOT_SAME = -1;

  private static final String VETO = "veto";

  public ClusterRule(MatchRules rules) {
    this(rules, (entity, evidence) -> {});
  }

  /** The clusters of a group, each with its oldest record first; deleted records are in none. */
  public List<List<NodeReport>> clusters(Group group) {
    Map<String, NodeReport> alive = new TreeMap<>();
    group.nodes().stream()
        .filter(report -> report.getRecord().isPresent())
        .forEach(report -> alive.put(report.getNode().getNode(), report));
    Map<String, Set<String>> clusters = new HashMap<>();
    alive.keySet().forEach(node -> clusters.put(node, new HashSet<>(Set.of(node))));
    if (isUndisputed(alive.values(), group.entity())) {
      joinAll(alive, clusters);
    } else {
      joinStrongestFirst(alive, group.entity(), clusters);
    }
    return inOrder(alive, clusters);
  }

  /** Nothing says that any of them are not the same, so all that links connect is one. */
  private boolean isUndisputed(Collection<NodeReport> alive, Entity entity) {
    return alive.size() <= rules.maxCluster(entity)
        && !rules.hasVetoes(entity)
        && alive.stream().flatMap(report -> report.getLinks().stream()).allMatch(Links::isSame);
  }

  private static void joinAll(Map<String, NodeReport> alive, Map<String, Set<String>> clusters) {
    Map<String, String> firstOfEvidence = new HashMap<>();
    alive.forEach(
        (node, report) -> {
          // It grows with what is joined to it.
          var joined = clusters.get(node);
          for (var link : report.getLinks()) {
            var other =
                link.getShared()
                    ? firstOfEvidence.computeIfAbsent(link.getEvidence(), evidence -> node)
                    : link.getOther().getNode();
            if (!joined.contains(other) && alive.containsKey(other)) {
              join(node, other, clusters);
            }
          }
        });
  }

  private static void join(String node, String other, Map<String, Set<String>> clusters) {
    var joined = clusters.get(node);
    var others = clusters.get(other);
    if (joined != others) {
      joined.addAll(others);
      others.forEach(each -> clusters.put(each, joined));
    }
  }

  private void joinStrongestFirst(
      Map<String, NodeReport> alive, Entity entity, Map<String, Set<String>> clusters) {
    var most = rules.maxCluster(entity);
    var edges = Edge.of(alive);
    var apart = edges.stream().filter(edge -> !edge.isSame()).toList();
    var vetoes = vetoes(alive.values(), entity);
    for (var edge : edges) {
      var joined = clusters.get(edge.one());
      var other = clusters.get(edge.other());
      if (!edge.isSame() || joined == other) {
        continue;
      }
      if (joined.size() + other.size() > most) {
        tooMany.accept(entity, edge.evidence());
      } else if (apart.stream().noneMatch(it -> it.isBetween(joined, other))
          && (edge.isOfPerson() || vetoes.stream().noneMatch(it -> it.isBetween(joined, other)))) {
        join(edge.one(), edge.other(), clusters);
      }
    }
  }

  private static List<List<NodeReport>> inOrder(
      Map<String, NodeReport> alive, Map<String, Set<String>> clusters) {
    // Each of a cluster's nodes has the same set, not one that is equal.
    Set<Set<String>> each = Collections.newSetFromMap(new IdentityHashMap<>());
    each.addAll(clusters.values());
    return each.stream()
        .map(
            nodes ->
                nodes.stream().map(alive::get).sorted(Comparator.comparing(Age::ofRecord)).toList())
        .sorted(Comparator.comparing(nodes -> Age.ofRecord(nodes.get(0))))
        .toList();
  }

  private List<Edge> vetoes(Collection<NodeReport> alive, Entity entity) {
    if (!rules.hasVetoes(entity)) {
      return List.of();
    }
    Map<String, Features> features = new TreeMap<>();
    alive.forEach(
        report ->
            features.put(
                report.getNode().getNode(), rules.features(report.getRecord().orElseThrow())));
    var vetoes = new ArrayList<Edge>();
    features.forEach(
        (one, its) ->
            features.forEach(
                (other, others) -> {
                  if (one.compareTo(other) < 0 && rules.vetoed(its, others)) {
                    vetoes.add(new Edge(one, other, VETO, NOT_SAME));
                  }
                }));
    return vetoes;
  }
}
