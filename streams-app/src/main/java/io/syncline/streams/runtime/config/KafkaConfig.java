package io.syncline.streams.runtime.config;

import static io.syncline.streams.runtime.config.ConfigException.require;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.format.MapFormat;
import java.util.HashMap;
import java.util.Map;

/**
 * How to reach Kafka, and the shape of topics that are created.
 *
 * @param bootstrapServers brokers to ask first, `host:port`, separated by commas
 * @param partitions partitions of a topic that is created
 * @param replication replicas of a topic that is created
 * @param client further settings of every Kafka client, in Kafka's own words: security, above all
 */
@Context
@ConfigurationProperties("syncline.kafka")
public record KafkaConfig(
    @Bindable(defaultValue = "") String bootstrapServers,
    @Bindable(defaultValue = "4") int partitions,
    @Bindable(defaultValue = "1") short replication,
    @Bindable(defaultValue = "") @MapFormat(transformation = MapFormat.MapTransformation.FLAT)
        Map<String, String> client) {

  public KafkaConfig {
    require(
        !bootstrapServers.isBlank(),
        "syncline.kafka.bootstrap-servers",
        "is missing; say where Kafka is, for example 127.0.0.1:9092");
    require(partitions >= 1, "syncline.kafka.partitions", "must be at least 1, is " + partitions);
    require(
        replication >= 1, "syncline.kafka.replication", "must be at least 1, is " + replication);
  }

  /** What every client of the process is configured with; the caller may add to it. */
  public Map<String, Object> clientConfig() {
    var config = new HashMap<String, Object>(client);
    config.put("bootstrap.servers", bootstrapServers);
    return config;
  }
}
