package io.syncline.local.bench.identity.arrival;

import io.syncline.schemas.Cluster;
import io.syncline.schemas.ClusterEvent;
import io.syncline.schemas.KeyChange;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Node;
import io.syncline.schemas.NodeAddress;
import io.syncline.schemas.NodeMessage;
import io.syncline.streams.identity.group.ClusterRule;
import io.syncline.streams.identity.key.MatchKeys;
import io.syncline.streams.identity.match.MatchRules;
import io.syncline.streams.identity.node.NodeActor;
import io.syncline.streams.identity.node.Post;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The nodes of one partition: the application's own, kept in memory. */
final class NodePartition {

  private final Map<String, Node> nodes = new HashMap<>();
  private final MatchKeys matchKeys;
  private final ClusterRule rule;
  private final LongSupplier clock;
  private final Outbox outbox;
  private final Published published;

  /**
   * @param clock milliseconds, for the birth of nodes
   */
  NodePartition(MatchRules rules, LongSupplier clock, Outbox outbox, Published published) {
    this.matchKeys = new MatchKeys(rules);
    this.rule = new ClusterRule(rules);
    this.clock = clock;
    this.outbox = outbox;
    this.published = published;
  }

  void record(NodeAddress address, MappedRecord record) {
    actor(address).record(record);
  }

  void receive(NodeMessage message) {
    actor(message.getTo()).receive(message.getContent());
  }

  private NodeActor actor(NodeAddress address) {
    String name = address.getNode();
    Node node =
        nodes.computeIfAbsent(name, unheard -> NodeActor.unborn(address, clock.getAsLong()));
    return new NodeActor(node, new PartitionPost(name), matchKeys, rule);
  }

  private final class PartitionPost implements Post {

    private final String name;

    PartitionPost(String name) {
      this.name = name;
    }

    @Override
    public void send(NodeAddress to, Object content) {
      outbox.send(new NodeMessage(to, content));
    }

    @Override
    public void tell(KeyChange change) {
      outbox.tell(change);
    }

    @Override
    public void publishReference(Optional<String> canonicalId) {
      published.reference(name, canonicalId);
    }

    @Override
    public void publishCluster(Cluster cluster) {
      published.cluster(cluster);
    }

    @Override
    public void publishEvent(ClusterEvent event) {
      // Says what clusters and references show.
    }
  }
}
