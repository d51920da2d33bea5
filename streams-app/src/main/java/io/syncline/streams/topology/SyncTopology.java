package io.syncline.streams.topology;

import io.syncline.schemas.AvroSerdes;
import io.syncline.schemas.CrossReference;
import io.syncline.schemas.Topics;
import io.syncline.streams.canonical.CanonicalTopology;
import io.syncline.streams.delivery.DeliveryTopology;
import io.syncline.streams.identity.IdentityTopology;
import io.syncline.streams.mapping.MappingTopology;
import io.syncline.streams.mapping.Mappings;
import io.syncline.streams.quality.QualityTopology;
import io.syncline.streams.source.SourceTopology;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;

/** The flow from source topics to canonical topics, stage by stage. */
public final class SyncTopology {

  private final AvroSerdes serdes;
  private final Mappings mappings;
  private final Policies policies;
  private final int partitions;
  private final String application;

  /**
   * @param policies which records are the same, and whose values survive
   * @param partitions how many partitions every topic has, so that what has one key meets in one
   *     task
   * @param application id of the application, which begins the names of its own topics
   */
  public SyncTopology(
      AvroSerdes serdes, Mappings mappings, Policies policies, int partitions, String application) {
    this.serdes = serdes;
    this.mappings = mappings;
    this.policies = policies;
    this.partitions = partitions;
    this.application = application;
  }

  /** Builds the topology; {@link Topology#describe()} of it is the architecture. */
  public Topology build() {
    var builder = new StreamsBuilder();
    var delivery = new DeliveryTopology(serdes);

    // What was refused and is to be tried again.
    var quality = new QualityTopology(serdes, mappings.rules());
    var redriven = quality.redrive(builder);
    // Which rows can be read, and are new.
    var source = new SourceTopology(serdes, mappings.sourceTopics()).build(builder, redriven);
    // The same rows in canonical fields.
    var mapped =
        new MappingTopology(serdes, mappings, partitions, application)
            .build(source.rows(), source.rejections());
    // What breaks no rule.
    var judged = quality.build(mapped.records(), mapped.rows());
    // Which records are the same, and where each belongs.
    var identity =
        new IdentityTopology(serdes, policies.match(), partitions, application)
            .build(builder, judged.passed());
    delivery.publish(identity.references(), Topics.CROSS_REFERENCE);
    delivery.publish(identity.events(), Topics.IDENTITY_EVENT);
    // One record for everything that belongs together, and the orders joined to it.
    var canonical =
        new CanonicalTopology(serdes, partitions, policies.merge())
            .build(identity.clusters(), identity.orderParts(), publishedReferences(builder));
    // What a source has more than once.
    quality.countDuplicates(canonical.customers(), canonical.products());
    // What others may read.
    delivery.publish(canonical.customers(), Topics.CUSTOMER);
    delivery.publish(canonical.products(), Topics.PRODUCT);
    delivery.publish(canonical.orders(), Topics.ORDER);
    delivery.publish(judged.rejections(), Topics.QUARANTINE);
    return builder.build();
  }

  /** The cross-references as they were published: the topic doubles as their way to the orders. */
  private KStream<String, CrossReference> publishedReferences(StreamsBuilder builder) {
    var topic = Topics.CROSS_REFERENCE;
    return builder.stream(
        topic.name(),
        Consumed.with(Serdes.String(), serdes.of(topic.type())).withName("ingest-" + topic.name()));
  }
}
