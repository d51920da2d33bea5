package io.syncline.connect.jdbc.source.config;

import io.syncline.connect.jdbc.config.ConnectionConfig;
import io.syncline.connect.jdbc.config.Refusal;
import io.syncline.connect.jdbc.table.TableId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** Settings of the source, all concerns together. */
public record SourceConfig(
    ConnectionConfig connection,
    TableSelection tables,
    QuerySelection query,
    IncrementConfig increment,
    LoadConfig load,
    TopicNaming topics,
    RecordConfig records,
    PollConfig poll,
    WakeUpConfig wakeUp) {
  /** A first page without an index sorts the whole table. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  public static ConfigDef definition() {
    var definition = new ConfigDef();
    ConnectionConfig.define(definition, PATIENCE);
    TableSelection.define(definition);
    QuerySelection.define(definition);
    IncrementConfig.define(definition);
    LoadConfig.define(definition);
    TopicNaming.define(definition);
    RecordConfig.define(definition);
    PollConfig.define(definition);
    WakeUpConfig.define(definition);
    return definition;
  }

  /** Settings that are valid one by one and do not contradict each other. */
  public static SourceConfig parse(Map<String, String> settings) {
    var values = values(settings);
    var config = from(values);
    Refusal.throwFirst(config.refusals(values));
    return config;
  }

  /** Contradictions between settings that are valid one by one. */
  public static List<Refusal> refusals(Map<String, String> settings) {
    var values = values(settings);
    return from(values).refusals(values);
  }

  private static AbstractConfig values(Map<String, String> settings) {
    return new AbstractConfig(definition(), settings, false);
  }

  private static SourceConfig from(AbstractConfig values) {
    return new SourceConfig(
        ConnectionConfig.from(values),
        TableSelection.from(values),
        QuerySelection.from(values),
        IncrementConfig.from(values),
        LoadConfig.from(values),
        TopicNaming.from(values),
        RecordConfig.from(values),
        PollConfig.from(values),
        WakeUpConfig.from(values));
  }

  private List<Refusal> refusals(AbstractConfig values) {
    return Stream.of(
            tables.refusals(),
            query.refusals(),
            increment.refusals(query),
            records.refusals(this),
            wakeUp.refusals(connection.dialect()),
            new IdleSettings(values, this).refusals())
        .flatMap(List::stream)
        .toList();
  }

  /** Name of the query, where one is read. */
  public Optional<TableId> queryId() {
    return query.isGiven() ? Optional.of(query.id(topics)) : Optional.empty();
  }

  /** Topic of a table, or of the query that is read in its place. */
  public String topic(TableId table) {
    return query.isGiven() ? topics.prefix() : topics.topic(table);
  }
}
