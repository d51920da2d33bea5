package io.syncline.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.syncline.local.crm.Database;
import io.syncline.local.platform.Platform;
import io.syncline.local.platform.connect.ConnectApi;
import io.syncline.local.platform.connect.Connector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The connectors that are measured, as their files declare them. */
final class Connectors {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ConnectApi connect;
  private final ObjectNode source;
  private final ObjectNode sink;

  Connectors(Platform platform, BenchPlan plan) {
    connect = platform.connect().api();
    source = read("source.json", plan.sourceSettings());
    sink = read("sink.json", plan.sinkSettings());
  }

  /** Starts reading the table from its beginning; the topic is the name, a dot and the table. */
  void startSource(String name, String table) {
    startSource(name, table, Map.of());
  }

  /**
   * @param settings in place of or beside the usual ones
   */
  void startSource(String name, String table, Map<String, String> settings) {
    ObjectNode config = source.deepCopy().put("topic.prefix", name + ".");
    settings.forEach(config::put);
    config.put("table.whitelist", table);
    connect.register(new Connector(name, config));
  }

  /** Starts writing the topic from its beginning into the table. */
  void startSink(String name, String topic, String table) {
    ObjectNode config = sink.deepCopy().put("topics", topic);
    config.put("topics.to.tables.mapping", topic + ":" + table);
    connect.register(new Connector(name, config));
  }

  /** What a task of the sink is told that writes the topic into the table. */
  Map<String, String> sinkTask(Database database, String topic, String table) {
    Map<String, String> settings = new TreeMap<>();
    sink.properties().forEach(entry -> settings.put(entry.getKey(), entry.getValue().asText()));
    settings.put("connection.url", database.url());
    settings.put("connection.user", database.user());
    settings.put("connection.password", database.password());
    settings.put("topics", topic);
    settings.put("topics.to.tables.mapping", topic + ":" + table);
    return settings;
  }

  void stop(String name) {
    connect.delete(name);
  }

  /** Most rows that the source reads at a time. */
  int pageRows() {
    return source.path("batch.max.rows").asInt();
  }

  Duration pollInterval() {
    return Duration.ofMillis(source.path("poll.interval.ms").asLong());
  }

  /** Most rows that the sink writes at a time. */
  int batchRows() {
    return sink.path("batch.size").asInt();
  }

  private static ObjectNode read(String file, Map<String, String> settings) {
    try (InputStream in = Connectors.class.getResourceAsStream(file)) {
      ObjectNode config = (ObjectNode) MAPPER.readTree(in);
      settings.forEach(config::put);
      return config;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
