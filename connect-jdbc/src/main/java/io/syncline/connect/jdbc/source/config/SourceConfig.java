package io.syncline.connect.jdbc.source.config;

import io.syncline.connect.jdbc.config.ConnectionConfig;
import io.syncline.connect.jdbc.config.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** Settings of the source, all concerns together. */
public record SourceConfig(
    ConnectionConfig connection,
    TableSelection tables,
    IncrementConfig increment,
    LoadConfig load,
    RecordConfig records,
    PollConfig poll,
    WakeUpConfig wakeUp) {
  /** A first page without an index sorts the whole table. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  public static ConfigDef definition() {
    var definition = new ConfigDef();
    ConnectionConfig.define(definition, PATIENCE);
    TableSelection.define(definition);
    IncrementConfig.define(definition);
    LoadConfig.define(definition);
    RecordConfig.define(definition);
    PollConfig.define(definition);
    WakeUpConfig.define(definition);
    return definition;
  }

  /** Settings that are valid one by one and do not contradict each other. */
  public static SourceConfig parse(Map<String, String> settings) {
    var config = read(settings);
    Refusal.throwFirst(config.refusals());
    return config;
  }

  /** Contradictions between settings that are valid one by one. */
  public static List<Refusal> refusals(Map<String, String> settings) {
    return read(settings).refusals();
  }

  private static SourceConfig read(Map<String, String> settings) {
    var config = new AbstractConfig(definition(), settings, false);
    return new SourceConfig(
        ConnectionConfig.from(config),
        TableSelection.from(config),
        IncrementConfig.from(config),
        LoadConfig.from(config),
        RecordConfig.from(config),
        PollConfig.from(config),
        WakeUpConfig.from(config));
  }

  private List<Refusal> refusals() {
    return Stream.of(tables.refusals(), increment.refusals(), wakeUp.refusals(connection.dialect()))
        .flatMap(List::stream)
        .toList();
  }
}
