package io.syncline.streams.identity.node;

import io.syncline.schemas.Cluster;
import io.syncline.schemas.ClusterEvent;
import io.syncline.schemas.CrossReference;
import io.syncline.schemas.KeyChange;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Node;
import io.syncline.schemas.NodeAddress;
import io.syncline.schemas.NodeMessage;
import io.syncline.schemas.SourceKeys;
import io.syncline.streams.identity.group.ClusterRule;
import io.syncline.streams.identity.judgement.Judgements;
import io.syncline.streams.identity.key.MatchKeys;
import io.syncline.streams.identity.match.MatchRules;
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
  private final MatchRules rules;
  private final boolean rejudges;
  private ClusterRule rule;
  private KeyValueStore<String, Node> nodes;
  private Judgements judgements;

  private NodeProcessor(MatchRules rules, boolean rejudges) {
    this.matchKeys = new MatchKeys(rules);
    this.rules = rules;
    this.rejudges = rejudges;
  }

  /** For source records; it judges nodes anew where match rules have changed, too. */
  public static NodeProcessor<MappedRecord> ofRecords(MatchRules rules) {
    return new NodeProcessor<>(rules, true);
  }

  public static NodeProcessor<NodeMessage> ofMessages(MatchRules rules) {
    return new NodeProcessor<>(rules, false);
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> context) {
    super.init(context);
    rule = new ClusterRule(rules, new UnfollowedMeters(context.metrics())::count);
    nodes = StoreCatalogue.IDENTITY_NODE.in(context);
    judgements = new Judgements(context, StoreCatalogue.IDENTITY_JUDGEMENT, rules);
    if (rejudges) {
      judgements.renew(nodes, this::judgeAnew);
    }
  }

  private void judgeAnew(String name, Node node) {
    var actor = actor(node, new Record<>(name, node, context().currentSystemTimeMs()));
    // Of those that seem to be up to date, an owner may have heard a message under other rules.
    actor.judgeAnew();
    nodes.put(name, actor.node());
  }

  @Override
  public void process(Record<String, V> record) {
    judgements.use();
    if (record.value() instanceof MappedRecord mapped) {
      var key = SourceKeys.text(mapped.getSource());
      var address = new NodeAddress(key, context().taskId().partition());
      var node = Optional.ofNullable(nodes.get(key));
      var actor = actor(node.orElseGet(() -> unborn(address)), record);
      actor.record(mapped);
      nodes.put(key, actor.node());
    } else if (record.value() instanceof NodeMessage message) {
      var node = Optional.ofNullable(nodes.get(record.key()));
      var actor = actor(node.orElseGet(() -> unborn(message.getTo())), record);
      actor.receive(message.getContent());
      nodes.put(record.key(), actor.node());
    }
  }

  private Node unborn(NodeAddress address) {
    return NodeActor.unborn(address, context().currentSystemTimeMs());
  }

  private NodeActor actor(Node node, Record<String, ?> cause) {
    return new NodeActor(node, new ForwardingPost(node, cause), matchKeys, rule);
  }

  private final class ForwardingPost implements Post {
    private final Node node;
    private final Record<String, ?> cause;

    ForwardingPost(Node node, Record<String, ?> cause) {
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

    @Override
    public void publishEvent(ClusterEvent event) {
      forward(event.getId(), event);
    }

    private void forward(String key, SpecificRecord value) {
      context().forward(cause.withKey(key).withValue(value));
    }
  }
}
