package io.syncline.streams.identity.node;

import io.syncline.schemas.LinkChange;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Membership;
import io.syncline.schemas.Move;
import io.syncline.schemas.Moved;
import io.syncline.schemas.Node;
import io.syncline.schemas.NodeAddress;
import io.syncline.schemas.NodeReport;
import io.syncline.schemas.Probe;
import io.syncline.schemas.Yield;
import io.syncline.streams.identity.group.ClusterRule;
import io.syncline.streams.identity.group.Links;
import io.syncline.streams.identity.key.MatchKeys;
import java.util.Optional;

/** What a node does with what it is told; its owner's part is {@link Ownership}. */
public final class NodeActor {
  private final Node node;
  private final Post post;
  private final MatchKeys matchKeys;
  private final Ownership ownership;
  private final Standing standing;

  /**
   * @param node state of the node, which is changed
   * @param rule what becomes of groups
   */
  public NodeActor(Node node, Post post, MatchKeys matchKeys, ClusterRule rule) {
    this.node = node;
    this.post = post;
    this.matchKeys = matchKeys;
    this.standing = new Standing(node, post);
    this.ownership = new Ownership(node, post, new Memberships(node, post, rule, standing::become));
  }

  /** A node that has not heard of anything yet. */
  public static Node unborn(NodeAddress address, long birth) {
    var report =
        NodeReport.newBuilder()
            .setNode(address)
            .setBirth(birth)
            .setFirstVersion(Long.MAX_VALUE)
            .build();
    return Node.newBuilder().setReport(report).setVersion(Long.MIN_VALUE).setOwner(address).build();
  }

  /** A version of the node's record; older ones than it knows are dropped. */
  public void record(MappedRecord record) {
    var oldest = record.getVersion() < node.getReport().getFirstVersion();
    if (oldest) {
      node.getReport().setFirstVersion(record.getVersion());
    }
    if (record.getSuperseded() || record.getVersion() < node.getVersion()) {
      if (oldest) {
        report();
      }
      return;
    }
    var now = Optional.of(record).filter(it -> it.getFields().isPresent());
    matchKeys.assign(node, now).forEach(post::tell);
    node.setVersion(record.getVersion());
    node.getReport().setRecord(now.orElse(null));
    report();
  }

  /** Judges the node by the match rules that hold now. */
  public void judgeAnew() {
    matchKeys.assign(node, node.getReport().getRecord()).forEach(post::tell);
    report();
  }

  /** A message of another node, or of a match key. */
  public void receive(Object content) {
    if (content instanceof LinkChange change) {
      receive(change);
    } else if (content instanceof NodeReport report) {
      receive(report);
    } else if (content instanceof Move move) {
      receive(move);
    } else if (content instanceof Moved moved) {
      ownership.forget(moved);
    } else if (content instanceof Probe probe) {
      receive(probe);
    } else if (content instanceof Yield yield) {
      receive(yield);
    } else if (content instanceof Membership membership) {
      receive(membership);
    } else {
      throw new IllegalArgumentException("No message of a node: " + content.getClass());
    }
  }

  private void receive(LinkChange change) {
    if (Links.apply(node.getReport(), change)) {
      report();
    }
  }

  /** A report of a node that takes this one for its owner. */
  private void receive(NodeReport report) {
    var from = report.getNode().getNode();
    if (ownership.isOfBefore(from, report.getMoves())) {
      return;
    }
    if (isOwner()) {
      ownership.take(report);
    } else if (node.getReport().getMoves() < report.getOwnerMoves()) {
      ownership.expect(report);
    } else {
      ownership.give(report, node.getOwner(), node.getReport().getOwnerMoves());
    }
  }

  private void receive(Move move) {
    if (!isCurrent(move.getOwner(), move.getMoves())) {
      return;
    }
    var before = node.getOwner();
    node.getReport().setMoves(move.getMoves() + 1);
    node.getReport().setOwnerMoves(move.getToMoves());
    node.setOwner(move.getTo());
    post.send(before, new Moved(name(), move.getMoves()));
    report();
  }

  private void receive(Probe probe) {
    if (probe.getTarget().getNode().equals(name()) && !isOwner()) {
      post.send(node.getOwner(), probe);
    } else if (!isOwner() || !ownership.has(probe.getTarget().getNode())) {
      // On its way to another owner: it knows which when it reads this.
      post.send(probe.getTarget(), probe);
    } else {
      ownership.answer(probe);
    }
  }

  private void receive(Yield yield) {
    if (isOwner()) {
      ownership.yield(yield);
    }
  }

  private void receive(Membership membership) {
    if (isCurrent(membership.getOwner(), membership.getMoves())) {
      standing.become(membership);
    }
  }

  /** Tells the owner what this node is now. */
  private void report() {
    if (isOwner()) {
      ownership.take(node.getReport());
    } else {
      post.send(node.getOwner(), Reports.copy(node.getReport()));
    }
  }

  private boolean isCurrent(String owner, long moves) {
    return node.getOwner().getNode().equals(owner) && node.getReport().getMoves() == moves;
  }

  private boolean isOwner() {
    return node.getOwner().getNode().equals(name());
  }

  private String name() {
    return node.getReport().getNode().getNode();
  }

  /** The state, to be kept. */
  public Node node() {
    return node;
  }
}
