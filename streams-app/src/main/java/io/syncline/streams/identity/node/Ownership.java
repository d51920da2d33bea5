package io.syncline.streams.identity.node;

import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Membership;
import io.syncline.schemas.Move;
import io.syncline.schemas.Moved;
import io.syncline.schemas.Node;
import io.syncline.schemas.NodeAddress;
import io.syncline.schemas.NodeReport;
import io.syncline.schemas.OwnedNode;
import io.syncline.schemas.Probe;
import io.syncline.schemas.SourceKeys;
import io.syncline.schemas.Yield;
import io.syncline.streams.identity.node.Group.Outward;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What a node does as the owner of others. */
final class Ownership {
  private final Node node;
  private final Post post;
  private final ClusterRule rule;
  private final Consumer<Membership> self;

  /**
   * @param self what the owner tells itself
   */
  Ownership(Node node, Post post, ClusterRule rule, Consumer<Membership> self) {
    this.node = node;
    this.post = post;
    this.rule = rule;
    this.self = self;
  }

  boolean has(String other) {
    return node.getOwned().containsKey(other);
  }

  /** Whether a node said this before it was given away. */
  boolean isOfBefore(String from, long moves) {
    var given = node.getGiven().get(from);
    return given != null && moves <= given;
  }

  void forget(Moved moved) {
    node.getGiven()
        .computeIfPresent(
            moved.getNode(), (name, moves) -> moves <= moved.getMoves() ? null : moves);
  }

  /** Takes a report of an owned node, or of one that has been given to this owner. */
  void take(NodeReport report) {
    expect(report);
    lookAnew();
  }

  /** Keeps a report until this node is an owner, which it is about to be. */
  void expect(NodeReport report) {
    var name = report.getNode().getNode();
    var known = node.getOwned().get(name);
    var told = known == null ? Optional.<String>empty() : known.getTold();
    // What the owner says of itself stands in its node already.
    var kept = name.equals(name()) ? null : report;
    node.getOwned().put(name, new OwnedNode(kept, told.orElse(null)));
  }

  /** Gives a node to another owner. */
  void give(NodeReport report, NodeAddress to, long toMoves) {
    var name = report.getNode().getNode();
    node.getOwned().remove(name);
    if (name.equals(name())) {
      giveSelf(to, toMoves);
    } else {
      node.getGiven().put(name, report.getMoves());
      post.send(report.getNode(), new Move(name(), report.getMoves(), to, toMoves));
    }
  }

  private void giveSelf(NodeAddress to, long toMoves) {
    node.getReport().setMoves(node.getReport().getMoves() + 1);
    node.getReport().setOwnerMoves(toMoves);
    node.setOwner(to);
    post.send(to, Reports.copy(node.getReport()));
  }

  /** A group of another owner is linked to an owned node. */
  void answer(Probe probe) {
    if (probe.getOwner().getNode().equals(name())) {
      return;
    }
    var asking = new Age(probe.getBirth(), probe.getOwner().getNode());
    if (asking.isOlderThan(Age.of(node.getReport()))) {
      giveIfLinked(
          probe.getTarget().getNode(), probe.getMember(), probe.getOwner(), probe.getMoves());
    } else {
      post.send(
          probe.getOwner(),
          new Yield(
              probe.getTarget().getNode(),
              probe.getMember(),
              node.getReport().getNode(),
              node.getReport().getMoves()));
    }
  }

  void yield(Yield yield) {
    giveIfLinked(yield.getMember(), yield.getTarget(), yield.getElder(), yield.getMoves());
  }

  /** A question may be older than what it asks for: who gives goes by what it knows itself. */
  private void giveIfLinked(String mine, String others, NodeAddress to, long toMoves) {
    if (has(mine) && !has(others) && Links.isSame(report(node.getOwned().get(mine)), others)) {
      giveGroupOf(mine, to, toMoves);
    }
  }

  private void giveGroupOf(String member, NodeAddress to, long toMoves) {
    groups().stream()
        .filter(group -> group.has(member))
        .forEach(group -> group.nodes().forEach(report -> give(report, to, toMoves)));
    if (!has(name())) {
      groups().forEach(this::free);
      node.getProbed().clear();
    }
  }

  /**
   * Looks at the groups anew: what is not linked is freed, what is linked elsewhere is asked for.
   */
  private void lookAnew() {
    var left = new ArrayList<Group>();
    for (var group : groups()) {
      if (group.has(name())) {
        tell(group);
        left.add(group);
      } else if (group.outward().isEmpty()) {
        free(group);
      } else {
        left.add(group);
      }
    }
    probe(left);
  }

  private List<Group> groups() {
    return Group.of(node.getOwned().values().stream().map(this::report).toList());
  }

  private NodeReport report(OwnedNode owned) {
    return owned.getReport().orElseGet(node::getReport);
  }

  private void free(Group group) {
    var owner = group.oldest();
    var moves = owner.getMoves() + 1;
    group.nodes().forEach(report -> give(report, owner.getNode(), moves));
  }

  private void probe(List<Group> groups) {
    var probed = new TreeSet<String>();
    for (var group : groups) {
      for (var outward : group.outward()) {
        var name = text(outward);
        if (probed.add(name) && !node.getProbed().contains(name)) {
          ask(outward);
        }
      }
    }
    node.setProbed(new ArrayList<>(probed));
  }

  private void ask(Outward outward) {
    var target = outward.link().getOther();
    post.send(
        target,
        new Probe(
            target,
            outward.from().getNode().getNode(),
            node.getReport().getNode(),
            node.getReport().getBirth(),
            node.getReport().getMoves()));
  }

  private static String text(Outward outward) {
    return outward.from().getNode().getNode() + " " + outward.link().getOther().getNode();
  }

  /** Tells the nodes of the own group what they are, where it is not what they were told. */
  private void tell(Group group) {
    Map<String, List<MappedRecord>> membersOf = new TreeMap<>();
    Map<String, String> ids = new TreeMap<>();
    for (var cluster : rule.clusters(group)) {
      var id = CanonicalIds.of(cluster.get(0));
      cluster.forEach(report -> ids.put(report.getNode().getNode(), id));
      membersOf.put(cluster.get(0).getNode().getNode(), CanonicalIds.members(cluster));
    }
    for (var report : group.nodes()) {
      var name = report.getNode().getNode();
      tell(
          report,
          ids.get(name),
          membersOf.getOrDefault(name, List.of()),
          report.getRecord().isPresent() ? Optional.empty() : heir(report, ids));
    }
  }

  /** What was the same as a record that was deleted: its links go only after it. */
  private static Optional<String> heir(NodeReport deleted, Map<String, String> ids) {
    return Links.sameNodes(deleted).map(ids::get).filter(Objects::nonNull).sorted().findFirst();
  }

  private void tell(
      NodeReport report, String id, List<MappedRecord> members, Optional<String> heir) {
    var owned = node.getOwned().get(report.getNode().getNode());
    var news = text(id, members);
    if (owned.getTold().filter(news::equals).isPresent()) {
      return;
    }
    owned.setTold(news);
    var membership = new Membership(name(), report.getMoves(), id, members, heir.orElse(null));
    if (report.getNode().getNode().equals(name())) {
      self.accept(membership);
    } else {
      post.send(report.getNode(), membership);
    }
  }

  /** A digest: of many members the text is long, and it is kept for each. */
  private static String text(String id, List<MappedRecord> members) {
    var text = members.stream().map(Ownership::text).collect(Collectors.joining(",", id + ":", ""));
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String text(MappedRecord member) {
    var coordinates = member.getCoordinates();
    return String.join(
        "@",
        SourceKeys.text(member.getSource()),
        Long.toString(member.getVersion()),
        coordinates.getTopic(),
        Integer.toString(coordinates.getPartition()),
        Long.toString(coordinates.getOffset()),
        Long.toString(member.getRevision()));
  }

  private String name() {
    return node.getReport().getNode().getNode();
  }
}
