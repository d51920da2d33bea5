package io.syncline.streams.runtime;

import io.micronaut.context.annotation.Factory;
import io.syncline.schemas.AvroSerdes;
import io.syncline.streams.canonical.MergePolicy;
import io.syncline.streams.identity.match.MatchRules;
import io.syncline.streams.inspection.evidence.MatchLimits;
import io.syncline.streams.inspection.history.Retention;
import io.syncline.streams.inspection.quality.MappedEntities;
import io.syncline.streams.mapping.Mappings;
import io.syncline.streams.rule.MappedAttributes;
import io.syncline.streams.runtime.config.HistoryConfig;
import io.syncline.streams.runtime.config.KafkaConfig;
import io.syncline.streams.runtime.config.MappingsConfig;
import io.syncline.streams.runtime.config.MatchConfig;
import io.syncline.streams.runtime.config.ProcessingConfig;
import io.syncline.streams.runtime.config.RegistryConfig;
import io.syncline.streams.runtime.config.SurvivorshipConfig;
import io.syncline.streams.survivorship.SurvivorshipBook;
import io.syncline.streams.survivorship.file.SurvivorshipFile;
import io.syncline.streams.topology.Policies;
import io.syncline.streams.topology.SyncTopology;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Maker of what the process shares. */
@Factory
final class TopologyFactory {

  private static final Logger LOG = LoggerFactory.getLogger(TopologyFactory.class);

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
  MappedAttributes mappedAttributes(Mappings mappings) {
    return new MappedAttributes(
        mappings.attributes(), doubt -> LOG.warn("A rule has nothing to work on. {}", doubt));
  }

  @Singleton
  SurvivorshipBook survivorship(
      SurvivorshipConfig config, Mappings mappings, MappedAttributes attributes) {
    return config
        .path()
        .map(file -> SurvivorshipFile.read(file, mappings.tablesOfEntities().keySet(), attributes))
        .orElseGet(SurvivorshipBook::standard);
  }

  @Singleton
  Retention retention(HistoryConfig config) {
    return new Retention(config.retention());
  }

  @Singleton
  MatchRules matchRules(MatchConfig config, MappedAttributes attributes) {
    return config
        .file()
        .map(file -> MatchRules.load(file, attributes))
        .orElseGet(MatchRules::provided);
  }

  @Singleton
  MatchLimits matchLimits(MatchRules rules) {
    return new MatchRuleLimits(rules);
  }

  @Singleton
  Policies policies(MatchRules rules, SurvivorshipBook survivorship, Retention retention) {
    return new Policies(rules, new MergePolicy(survivorship, retention.time()));
  }

  @Singleton
  Topology topology(
      AvroSerdes serdes,
      Mappings mappings,
      Policies policies,
      KafkaConfig kafka,
      ProcessingConfig processing) {
    return new SyncTopology(
            serdes, mappings, policies, kafka.partitions(), processing.applicationId())
        .build();
  }
}
