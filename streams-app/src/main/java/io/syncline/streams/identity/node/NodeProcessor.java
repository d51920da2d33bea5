package io.syncline.streams.identity.node;

import io.syncline.schemas.Cluster;
import io.syncline.schemas.CrossReference;
import io.syncline.schemas.KeyChange;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Node;
import io.syncline.schemas.NodeAddress;
import io.syncline.schemas.NodeMessage;
import io.syncline.schemas.SourceKeys;
import io.syncline.streams.kafka.StoreCatalogue;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Hands records and messages to the nodes that they are for, and keeps the nodes. */
public final class NodeProcessor<V extends SpecificRecord>
    extends ContextualProcessor<String, V, String, SpecificRecord> {

  private final MatchKeys matchKeys;
  private final ClusterRule rule;
  private KeyValueStore<String, Node> nodes;

  public NodeProcessor(MatchKeys matchKeys, ClusterRule rule) {
    this.matchKeys = matchKeys;
    this.rule = rule;
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> context) {
    super.init(context);
    nodes = StoreCatalogue.IDENTITY_NODE.in(context);
  }

  @Override
  public void process(Record<String, V> record) {
    if (record.value() instanceof MappedRecord mapped) {
      var key = SourceKeys.text(mapped.getSource());
      var address = new NodeAddress(key, context().taskId().partition());
      var node = Optional.ofNullable(nodes.get(key));
      var actor =
          actor(
              node.orElseGet(() -> NodeActor.unborn(address, context().currentSystemTimeMs())),
              record);
      actor.record(mapped);
      nodes.put(key, actor.node());
    } else if (record.value() instanceof NodeMessage message) {
      // Every message is for a node that has been heard of.
      var node = Optional.ofNullable(nodes.get(record.key())).orElseThrow();
      var actor = actor(node, record);
      actor.receive(message.getContent());
      nodes.put(record.key(), actor.node());
    }
  }

  private NodeActor actor(Node node, Record<String, V> cause) {
    return new NodeActor(node, new ForwardingPost(node, cause), matchKeys, rule);
  }

  private final class ForwardingPost implements Post {
    private final Node node;
    private final Record<String, V> cause;

    ForwardingPost(Node node, Record<String, V> cause) {
      this.node = node;
      this.cause = cause;
    }

    @Override
    public void send(NodeAddress to, Object content) {
      forward(to.getNode(), new NodeMessage(to, content));
    }

    @Override
    public void tell(KeyChange change) {
      forward(change.getKey(), change);
    }

    @Override
    public void publishReference(Optional<String> canonicalId) {
      var key = node.getReport().getNode().getNode();
      var source = SourceKeys.parse(key);
      var reference = canonicalId.map(id -> new CrossReference(source, id, node.getVersion()));
      context().forward(cause.withKey(key).withValue(reference.orElse(null)));
    }

    @Override
    public void publishCluster(Cluster cluster) {
      forward(cluster.getId(), cluster);
    }

    private void forward(String key, SpecificRecord value) {
      context().forward(cause.withKey(key).withValue(value));
    }
  }
}
