package io.syncline.streams.identity.key;

import io.syncline.schemas.KeyMember;
import io.syncline.schemas.Link;
import io.syncline.schemas.LinkChange;
import io.syncline.schemas.NodeAddress;
import io.syncline.schemas.Review;
import java.util.List;
import java.util.function.BiConsumer;

/** What a match key says of those that have it: to them, or to a person. */
record KeyLinks(String key, KeyMembers kept, BiConsumer<NodeAddress, Object> post) {

  /** Links two nodes, in place of what this key said of them before. */
  void link(NodeAddress one, NodeAddress other, double strength, boolean shared) {
    post.accept(one, new LinkChange(new Link(other, key, strength, shared), false));
    post.accept(other, new LinkChange(new Link(one, key, strength, shared), false));
  }

  /** Takes the link of two nodes back, if there is one. */
  void unlink(NodeAddress one, NodeAddress other) {
    post.accept(one, new LinkChange(new Link(other, key, 0.0, false), true));
    post.accept(other, new LinkChange(new Link(one, key, 0.0, false), true));
  }

  void ask(NodeAddress one, NodeAddress other, double score) {
    kept.keep(review(one, other, score));
  }

  void askNoMore(NodeAddress one, NodeAddress other) {
    kept.forget(review(one, other, 0));
  }

  /** Takes back whatever it may have said of them. */
  void forgetEachPair(List<KeyMember> members) {
    for (var at = 0; at < members.size(); at++) {
      for (var other : members.subList(0, at)) {
        unlink(members.get(at).getNode(), other.getNode());
        askNoMore(members.get(at).getNode(), other.getNode());
      }
    }
  }

  private Review review(NodeAddress a, NodeAddress b, double score) {
    var isInOrder = a.getNode().compareTo(b.getNode()) < 0;
    return isInOrder
        ? new Review(a.getNode(), b.getNode(), key, score)
        : new Review(b.getNode(), a.getNode(), key, score);
  }
}
