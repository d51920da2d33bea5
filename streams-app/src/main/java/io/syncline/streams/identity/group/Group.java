package io.syncline.streams.identity.group;

import io.syncline.schemas.Entity;
import io.syncline.schemas.Link;
import io.syncline.schemas.NodeReport;
import io.syncline.schemas.SourceKeys;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Nodes that links connect, the oldest first.
 *
 * @param nodes what they said of themselves
 * @param outward one link to each node that is linked and not known here, from the oldest that has
 *     one
 */
public record Group(List<NodeReport> nodes, List<Outward> outward) {

  /** A link that leads to a node of which no report is here. */
  public record Outward(NodeReport from, Link link) {}

  /** The groups of some nodes, by what either end says of a link. */
  public static List<Group> of(Collection<NodeReport> reports) {
    Map<String, NodeReport> byNode = new TreeMap<>();
    reports.forEach(report -> byNode.put(report.getNode().getNode(), report));
    var neighbours = neighbours(byNode);
    Set<String> seen = new HashSet<>();
    return byNode.keySet().stream()
        .filter(node -> !seen.contains(node))
        .map(node -> of(reachable(node, neighbours, seen), byNode, neighbours))
        .toList();
  }

  private static Group of(
      List<String> nodes, Map<String, NodeReport> byNode, Map<String, Set<String>> neighbours) {
    var reports = nodes.stream().map(byNode::get).sorted(Comparator.comparing(Age::of)).toList();
    Map<String, Outward> outward = new TreeMap<>();
    for (var report : reports) {
      var known = neighbours.get(report.getNode().getNode());
      for (var link : report.getLinks()) {
        var other = link.getOther().getNode();
        if (Links.isSame(link) && !known.contains(other)) {
          outward.putIfAbsent(other, new Outward(report, link));
        }
      }
    }
    return new Group(reports, List.copyOf(outward.values()));
  }

  /** Those among the nodes that each is linked to; many links may say the same. */
  private static Map<String, Set<String>> neighbours(Map<String, NodeReport> byNode) {
    Map<String, Set<String>> neighbours = new HashMap<>();
    byNode.keySet().forEach(node -> neighbours.put(node, new HashSet<>()));
    byNode.forEach(
        (node, report) -> {
          var known = neighbours.get(node);
          for (var link : report.getLinks()) {
            var other = link.getOther().getNode();
            if (Links.isSame(link) && !known.contains(other) && neighbours.containsKey(other)) {
              known.add(other);
              neighbours.get(other).add(node);
            }
          }
        });
    return neighbours;
  }

  private static List<String> reachable(
      String start, Map<String, Set<String>> neighbours, Set<String> seen) {
    var reached = new ArrayList<String>();
    var next = new ArrayDeque<>(List.of(start));
    seen.add(start);
    while (!next.isEmpty()) {
      var node = next.remove();
      reached.add(node);
      neighbours.get(node).stream().filter(seen::add).forEach(next::add);
    }
    return reached;
  }

  /** Links connect nothing but records of one kind. */
  public Entity entity() {
    var word = SourceKeys.parse(oldest().getNode().getNode()).getEntity();
    return Entity.ofWord(word).orElseThrow();
  }

  public NodeReport oldest() {
    return nodes.get(0);
  }

  public boolean has(String node) {
    return nodes.stream().anyMatch(report -> report.getNode().getNode().equals(node));
  }
}
