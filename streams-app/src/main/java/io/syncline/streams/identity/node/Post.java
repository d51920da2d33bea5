package io.syncline.streams.identity.node;

import io.syncline.schemas.Cluster;
import io.syncline.schemas.ClusterEvent;
import io.syncline.schemas.KeyChange;
import io.syncline.schemas.NodeAddress;
import java.util.Optional;

/** What a node sends. */
public interface Post {

  /** To another node; what one node sends to another arrives in order. */
  void send(NodeAddress to, Object content);

  /** To a match key. */
  void tell(KeyChange change);

  /** To the world: the record belongs to this canonical id, or to none any more. */
  void publishReference(Optional<String> canonicalId);

  /**
   * To the world: the canonical record of the node's own id is made of these; of none when it is no
   * more, and leads elsewhere.
   */
  void publishCluster(Cluster cluster);

  /** To the world: something has become of the node's own id. */
  void publishEvent(ClusterEvent event);
}
