package io.syncline.streams.identity;

import io.syncline.schemas.AvroSerdes;
import io.syncline.schemas.Claim;
import io.syncline.schemas.Cluster;
import io.syncline.schemas.ClusterEvent;
import io.syncline.schemas.CrossReference;
import io.syncline.schemas.Entity;
import io.syncline.schemas.KeyChange;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.NodeMessage;
import io.syncline.schemas.Topics;
import io.syncline.streams.identity.key.KeyProcessor;
import io.syncline.streams.identity.match.MatchRules;
import io.syncline.streams.identity.node.NodeProcessor;
import io.syncline.streams.kafka.Fork;
import io.syncline.streams.kafka.Hop;
import io.syncline.streams.kafka.OwnTopic;
import io.syncline.streams.kafka.StatefulStep;
import io.syncline.streams.kafka.StatefulStep.Stores;
import io.syncline.streams.kafka.StoreCatalogue;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * The identity stage: passed records in; cross-references, clusters, what became of canonical ids,
 * and the parts of orders out.
 *
 * <p>Customers and products have a node each, which finds its cluster by messages with others; the
 * parts of an order go to the order they name.
 */
public final class IdentityTopology {

  private static final Hop<Claim> CLAIMS = new Hop<>("identity.claims", Claim.class);
  private static final Hop<KeyChange> KEYS = new Hop<>("identity.keys", KeyChange.class);
  private static final Hop<NodeMessage> MESSAGES =
      new Hop<>("identity.messages", NodeMessage.class);

  private static final Set<String> CLUSTERED =
      Set.of(Entity.CUSTOMER.word(), Entity.PRODUCT.word());

  /** A node stays where its row's key bytes lead, which its name does not tell. */
  private static final StreamPartitioner<String, NodeMessage> TO_THE_NODE =
      (topic, node, message, partitions) -> Optional.of(Set.of(message.getTo().getPartition()));

  /**
   * What leaves the stage.
   *
   * @param clusters each in the partition of its oldest record's row, which is the only one to make
   *     a canonical record of its id: it needs no hop to get there
   */
  public record Output(
      KStream<String, CrossReference> references,
      KStream<String, Cluster> clusters,
      KStream<String, ClusterEvent> events,
      KStream<String, Claim> orderParts) {}

  private final AvroSerdes serdes;
  private final MatchRules rules;
  private final int partitions;
  private final String application;
  private final Stores nodeStores;

  /**
   * @param rules what makes two records the same
   * @param application id of the application, which begins the names of its own topics
   */
  public IdentityTopology(AvroSerdes serdes, MatchRules rules, int partitions, String application) {
    this.serdes = serdes;
    this.rules = rules;
    this.partitions = partitions;
    this.application = application;
    this.nodeStores =
        Stores.of(serdes, StoreCatalogue.IDENTITY_NODE, StoreCatalogue.IDENTITY_JUDGEMENT);
  }

  public Output build(StreamsBuilder builder, KStream<String, MappedRecord> passed) {
    var recorded =
        passed
            .filter((key, record) -> isClustered(record), Named.as("identity.take-nodes"))
            .process(nodes(NodeProcessor::ofRecords), Named.as("identity.apply-record"));
    var messages =
        linked(recorded)
            .merge(
                Fork.take(recorded, NodeMessage.class, "identity.take-first-messages"),
                Named.as("identity.merge-messages"))
            .merge(decided(builder), Named.as("identity.merge-decided"))
            .repartition(MESSAGES.with(serdes, partitions).withStreamPartitioner(TO_THE_NODE));
    var answered =
        messages.process(nodes(NodeProcessor::ofMessages), Named.as("identity.apply-message"));
    sendOn(Fork.take(answered, NodeMessage.class, "identity.take-messages"));
    var changed = recorded.merge(answered, Named.as("identity.merge-nodes"));
    var assigned = assigned(passed);
    return new Output(
        Fork.takeWithTombstones(changed, CrossReference.class, "identity.take-references")
            .merge(
                Fork.takeWithTombstones(
                    assigned, CrossReference.class, "identity.take-order-references"),
                Named.as("identity.merge-references")),
        Fork.take(changed, Cluster.class, "identity.take-clusters"),
        Fork.take(changed, ClusterEvent.class, "identity.take-events"),
        Fork.take(assigned, Claim.class, "identity.take-claims")
            .repartition(CLAIMS.with(serdes, partitions)));
  }

  /** What people say of nodes. */
  private KStream<String, NodeMessage> decided(StreamsBuilder builder) {
    var topic = Topics.DECISION;
    return builder.stream(
            topic.name(),
            Consumed.with(Serdes.String(), serdes.of(topic.type()))
                .withName("ingest-" + topic.name()))
        .filter((pair, decision) -> pair != null, Named.as("identity.take-decisions"))
        .process(
            new StatefulStep<>(
                DecisionProcessor::new, Stores.of(serdes, StoreCatalogue.IDENTITY_DECISION)),
            Named.as("identity.apply-decision"));
  }

  /** What the match keys say to the nodes that have them. */
  private KStream<String, NodeMessage> linked(KStream<String, SpecificRecord> recorded) {
    return Fork.take(recorded, KeyChange.class, "identity.take-keys")
        .repartition(KEYS.with(serdes, partitions))
        .process(
            new StatefulStep<>(
                () -> new KeyProcessor(rules),
                Stores.of(
                    serdes,
                    StoreCatalogue.IDENTITY_KEY,
                    StoreCatalogue.IDENTITY_KEY_MEMBER,
                    StoreCatalogue.IDENTITY_KEY_JUDGEMENT,
                    StoreCatalogue.IDENTITY_REVIEW)),
            Named.as("identity.link-nodes"));
  }

  /**
   * Nodes answer one another, and a stream cannot name itself before it is there: its topic can.
   */
  private void sendOn(KStream<String, NodeMessage> messages) {
    messages.to(
        new OwnTopic<>(application, MESSAGES),
        Produced.with(Serdes.String(), serdes.of(NodeMessage.class))
            .withStreamPartitioner(TO_THE_NODE)
            .withName("identity.answer-nodes"));
  }

  private KStream<String, SpecificRecord> assigned(KStream<String, MappedRecord> passed) {
    return passed
        .filterNot((key, record) -> isClustered(record), Named.as("identity.take-order-parts"))
        .process(
            new StatefulStep<>(
                AssignHomeProcessor::new, Stores.of(serdes, StoreCatalogue.IDENTITY_HOME)),
            Named.as("identity.assign-home"));
  }

  private <V extends SpecificRecord> StatefulStep<String, V, String, SpecificRecord> nodes(
      Function<MatchRules, NodeProcessor<V>> processor) {
    return new StatefulStep<>(() -> processor.apply(rules), nodeStores);
  }

  private static boolean isClustered(MappedRecord record) {
    return CLUSTERED.contains(record.getSource().getEntity());
  }
}
