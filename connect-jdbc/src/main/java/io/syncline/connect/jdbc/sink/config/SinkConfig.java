package io.syncline.connect.jdbc.sink.config;

import io.syncline.connect.jdbc.config.ConnectionConfig;
import io.syncline.connect.jdbc.config.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * Settings of the sink, all concerns together.
 *
 * @param topics as the worker is told them; empty when a pattern gives them, or transforms may
 *     rename them
 */
public record SinkConfig(
    ConnectionConfig connection,
    WriteConfig write,
    TableNaming tables,
    ChildConfig children,
    EvolutionConfig evolution,
    RetryConfig retry,
    List<String> topics) {
  /** A consumer that is not back within five minutes loses its partitions. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final String TOPICS = "topics";
  private static final String TRANSFORMS = "transforms";

  public static ConfigDef definition() {
    var definition = new ConfigDef();
    ConnectionConfig.define(definition, PATIENCE);
    WriteConfig.define(definition);
    TableNaming.define(definition);
    ChildConfig.define(definition);
    EvolutionConfig.define(definition);
    RetryConfig.define(definition);
    return definition;
  }

  /** Settings that are valid one by one and do not contradict each other. */
  public static SinkConfig parse(Map<String, String> settings) {
    var config = read(settings);
    Refusal.throwFirst(config.refusals());
    return config;
  }

  /** Contradictions between settings that are valid one by one. */
  public static List<Refusal> refusals(Map<String, String> settings) {
    return read(settings).refusals();
  }

  private static SinkConfig read(Map<String, String> settings) {
    var config = new AbstractConfig(definition(), settings, false);
    return new SinkConfig(
        ConnectionConfig.from(config),
        WriteConfig.from(config),
        TableNaming.from(config),
        ChildConfig.from(config),
        EvolutionConfig.from(config),
        RetryConfig.from(config),
        topics(settings));
  }

  private static List<String> topics(Map<String, String> settings) {
    var renamed = !settings.getOrDefault(TRANSFORMS, "").isBlank();
    return Stream.of(renamed ? new String[0] : settings.getOrDefault(TOPICS, "").split(","))
        .map(String::trim)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private List<Refusal> refusals() {
    return Stream.of(
            write.refusals(evolution),
            tables.refusals(topics),
            children.refusals(write, tables),
            evolution.refusals())
        .flatMap(List::stream)
        .toList();
  }
}
