package io.syncline.local.bench.topology.program;

import io.syncline.schemas.AvroSerdes;
import io.syncline.schemas.Topics;
import io.syncline.streams.delivery.DeliveryTopology;
import io.syncline.streams.identity.IdentityTopology;
import io.syncline.streams.identity.match.MatchRules;
import io.syncline.streams.mapping.MappingTopology;
import io.syncline.streams.mapping.Mappings;
import io.syncline.streams.quality.QualityTopology;
import io.syncline.streams.source.SourceTopology;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.KStream;

/**
 * The first stages of the flow, in its order; what the last one of them gives is thrown away. So
 * the difference of two is what the stages between them cost, hops and stores included.
 */
final class CutTopology {

  private static final int PARTITIONS = Clients.PARTITIONS;

  private final AvroSerdes serdes;
  private final Mappings mappings;
  private final String application;

  /**
   * @param environment of the application
   */
  CutTopology(Map<String, String> environment) {
    serdes = new AvroSerdes(environment.get("SYNCLINE_REGISTRY_URL"));
    mappings =
        Mappings.load(
            Arrays.stream(environment.get("SYNCLINE_MAPPINGS").split(",")).map(Path::of).toList());
    application = environment.get("SYNCLINE_STREAMS_APPLICATION_ID");
  }

  Topology upTo(Stage last) {
    StreamsBuilder builder = new StreamsBuilder();
    build(builder, last);
    return builder.build();
  }

  private void build(StreamsBuilder builder, Stage last) {
    var quality = new QualityTopology(serdes, mappings.rules());
    var source =
        new SourceTopology(serdes, mappings.sourceTopics())
            .build(builder, quality.redrive(builder));
    if (last == Stage.SOURCE) {
      discard(source.rows());
      return;
    }
    var mapped =
        new MappingTopology(serdes, mappings, PARTITIONS, application)
            .build(source.rows(), source.rejections());
    if (last == Stage.MAPPING) {
      discard(mapped.records());
      return;
    }
    var passed = quality.build(mapped.records(), mapped.rows()).passed();
    if (last == Stage.QUALITY) {
      discard(passed);
      return;
    }
    var identity =
        new IdentityTopology(serdes, MatchRules.provided(), PARTITIONS, application)
            .build(builder, passed);
    var delivery = new DeliveryTopology(serdes);
    delivery.publish(identity.references(), Topics.CROSS_REFERENCE);
    delivery.publish(identity.events(), Topics.IDENTITY_EVENT);
    discard(identity.clusters());
    discard(identity.orderParts());
  }

  private static void discard(KStream<?, ?> stream) {
    stream.foreach((key, value) -> {});
  }
}
