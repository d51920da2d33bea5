package io.syncline.streams.runtime;

import io.micronaut.context.annotation.Factory;
import io.syncline.schemas.AvroSerdes;
import io.syncline.streams.identity.match.MatchRules;
import io.syncline.streams.inspection.quality.MappedEntities;
import io.syncline.streams.mapping.Mappings;
import io.syncline.streams.runtime.config.KafkaConfig;
import io.syncline.streams.runtime.config.MappingsConfig;
import io.syncline.streams.runtime.config.MatchConfig;
import io.syncline.streams.runtime.config.ProcessingConfig;
import io.syncline.streams.runtime.config.RegistryConfig;
import io.syncline.streams.topology.SyncTopology;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.apache.kafka.streams.Topology;

/** Maker of what the process shares. */
@Factory
final class TopologyFactory {

  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Singleton
  AvroSerdes serdes(RegistryConfig registry) {
    return new AvroSerdes(registry.url());
  }

  @Singleton
  Mappings mappings(MappingsConfig config) {
    return Mappings.load(config.files());
  }

  @Singleton
  MappedEntities mappedEntities(Mappings mappings) {
    return new MappedEntities(mappings.tablesOfEntities());
  }

  @Singleton
  MatchRules matchRules(MatchConfig config) {
    return config.file().map(MatchRules::load).orElseGet(MatchRules::provided);
  }

  @Singleton
  Topology topology(
      AvroSerdes serdes,
      Mappings mappings,
      MatchRules matchRules,
      KafkaConfig kafka,
      ProcessingConfig processing) {
    return new SyncTopology(
            serdes, mappings, matchRules, kafka.partitions(), processing.applicationId())
        .build();
  }
}
