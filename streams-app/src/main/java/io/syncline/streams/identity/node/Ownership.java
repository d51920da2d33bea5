package io.syncline.streams.identity.node;

import io.syncline.schemas.Move;
import io.syncline.schemas.Moved;
import io.syncline.schemas.Node;
import io.syncline.schemas.NodeAddress;
import io.syncline.schemas.NodeReport;
import io.syncline.schemas.OwnedNode;
import io.syncline.schemas.Probe;
import io.syncline.schemas.Yield;
import io.syncline.streams.identity.group.Age;
import io.syncline.streams.identity.group.Group;
import io.syncline.streams.identity.group.Group.Outward;
import io.syncline.streams.identity.group.Links;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a node does as the owner of others. */
final class Ownership {
  private final Node node;
  private final Post post;
  private final Memberships memberships;

  Ownership(Node node, Post post, Memberships memberships) {
    this.node = node;
    this.post = post;
    this.memberships = memberships;
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
        memberships.tell(group);
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
    var before = Set.copyOf(node.getProbed());
    var probed = new TreeSet<String>();
    for (var group : groups) {
      for (var outward : group.outward()) {
        var name = text(outward);
        if (probed.add(name) && !before.contains(name)) {
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

  private String name() {
    return node.getReport().getNode().getNode();
  }
}
