package io.syncline.streams.identity.node;

import io.syncline.schemas.KeyState;
import io.syncline.schemas.NodeAddress;
import java.util.List;
import java.util.Optional;

/** What is kept of match keys. */
public interface KeyMembers {

  Optional<KeyState> state(String key);

  /** Keeps the state of a key; forgets it when nobody has the key. */
  void keep(String key, KeyState state);

  boolean has(String key, String node);

  void add(String key, NodeAddress node);

  void remove(String key, String node);

  /** The nodes that have a key, in order; at most so many. */
  List<NodeAddress> nodes(String key, int max);
}
