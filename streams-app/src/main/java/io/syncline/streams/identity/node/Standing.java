package io.syncline.streams.identity.node;

import io.syncline.schemas.ClusterChange;
import io.syncline.schemas.ClusterEvent;
import io.syncline.schemas.Membership;
import io.syncline.schemas.Node;
import io.syncline.schemas.SourceKeys;
import java.util.List;
import java.util.Optional;

/** What a node is to the world: its canonical id, and what has become of its own. */
final class Standing {
  private final Node node;
  private final Post post;

  Standing(Node node, Post post) {
    this.node = node;
    this.post = post;
  }

  void become(Membership membership) {
    var id = membership.getCanonicalId();
    var before = node.getCanonicalId();
    if (!id.equals(before)) {
      node.setCanonicalId(id.orElse(null));
      post.publishReference(id);
    }
    if (membership.getMembers().isEmpty()) {
      yieldTo(id.or(membership::getHeir).or(node::getRedirect));
    } else {
      stand(membership, before.filter(other -> !other.equals(own())));
    }
  }

  /** The node's own id has records. */
  private void stand(Membership membership, Optional<String> before) {
    if (!node.getCanonical()) {
      before.ifPresent(other -> publish(ClusterChange.SPLIT, other));
    }
    node.setCanonical(true);
    node.setKnown(true);
    node.setRedirect(null);
    post.publishCluster(
        CanonicalIds.cluster(node.getReport(), membership.getMembers(), Optional.empty()));
  }

  /** The node's own id has none: whoever kept it is led on. */
  private void yieldTo(Optional<String> other) {
    if (!node.getKnown() || !node.getCanonical() && node.getRedirect().equals(other)) {
      return;
    }
    var change = node.getCanonical() ? ClusterChange.MERGED : ClusterChange.REDIRECTED;
    other.ifPresent(id -> publish(change, id));
    node.setCanonical(false);
    node.setRedirect(other.orElse(null));
    post.publishCluster(CanonicalIds.cluster(node.getReport(), List.of(), other));
  }

  private void publish(ClusterChange change, String other) {
    var entity = SourceKeys.parse(node.getReport().getNode().getNode()).getEntity();
    post.publishEvent(new ClusterEvent(own(), entity, change, other));
  }

  private String own() {
    return CanonicalIds.of(node.getReport());
  }
}
