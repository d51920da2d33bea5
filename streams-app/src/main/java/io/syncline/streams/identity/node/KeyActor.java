package io.syncline.streams.identity.node;

import io.syncline.schemas.KeyChange;
import io.syncline.schemas.KeyState;
import io.syncline.schemas.Link;
import io.syncline.schemas.LinkChange;
import io.syncline.schemas.NodeAddress;
import java.util.function.BiConsumer;

/**
 * What a match key does with those that have it: links each to one of them, the centre, so that n
 * records cost n links. A key that more have than the limit proves nothing: it links none.
 */
public final class KeyActor {
  /** An equal key is as strong as evidence can be without a person's word. */
  private static final double STRENGTH = 1;

  private final KeyMembers members;
  private final int limit;
  private final BiConsumer<NodeAddress, Object> post;

  /**
   * @param limit how many records may have a key that proves something
   * @param post takes what is sent to a node
   */
  public KeyActor(KeyMembers members, int limit, BiConsumer<NodeAddress, Object> post) {
    this.members = members;
    this.limit = limit;
    this.post = post;
  }

  public void receive(KeyChange change) {
    if (members.has(change.getKey(), change.getNode().getNode()) != change.getGone()) {
      return;
    }
    var state = members.state(change.getKey()).orElseGet(() -> new KeyState(0L, null));
    if (change.getGone()) {
      remove(change.getKey(), state, change.getNode());
    } else {
      add(change.getKey(), state, change.getNode());
    }
    members.keep(change.getKey(), state);
  }

  private void add(String key, KeyState state, NodeAddress node) {
    if (state.getCount() == limit) {
      unlinkAll(key, state);
    }
    members.add(key, node);
    state.setCount(state.getCount() + 1);
    if (state.getCount() > limit) {
      return;
    }
    if (state.getCentre().isPresent()) {
      link(key, node, state.getCentre().get(), false);
    } else {
      state.setCentre(node);
    }
  }

  private void remove(String key, KeyState state, NodeAddress node) {
    var centre = state.getCentre();
    var isCentre = centre.filter(it -> it.getNode().equals(node.getNode())).isPresent();
    if (isCentre) {
      unlinkAll(key, state);
    } else {
      centre.ifPresent(it -> link(key, node, it, true));
    }
    members.remove(key, node.getNode());
    state.setCount(state.getCount() - 1);
    if (state.getCount() > 0 && state.getCount() <= limit && state.getCentre().isEmpty()) {
      linkAll(key, state);
    }
  }

  private void linkAll(String key, KeyState state) {
    var nodes = members.nodes(key, limit);
    var centre = nodes.get(0);
    state.setCentre(centre);
    nodes.stream().skip(1).forEach(node -> link(key, node, centre, false));
  }

  private void unlinkAll(String key, KeyState state) {
    state
        .getCentre()
        .ifPresent(
            centre ->
                members.nodes(key, limit).stream()
                    .filter(node -> !node.getNode().equals(centre.getNode()))
                    .forEach(node -> link(key, node, centre, true)));
    state.setCentre(null);
  }

  private void link(String key, NodeAddress one, NodeAddress other, boolean gone) {
    post.accept(one, new LinkChange(new Link(other, key, STRENGTH, true), gone));
    post.accept(other, new LinkChange(new Link(one, key, STRENGTH, true), gone));
  }
}
