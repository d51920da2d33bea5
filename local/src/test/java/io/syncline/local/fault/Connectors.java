package io.syncline.local.fault;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.syncline.local.platform.connect.Connector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Connectors of a ledger, set as those of the demo are, but for the size of their batches. */
final class Connectors {

  static final String TOPICS = "faults.";

  private static final Map<String, String> AVRO =
      Map.of(
          "key.converter", "io.syncline.connect.avro.CompiledAvroConverter",
          "key.converter.schema.registry.url", "${env:SYNCLINE_REGISTRY_URL}",
          "value.converter", "io.syncline.connect.avro.CompiledAvroConverter",
          "value.converter.schema.registry.url", "${env:SYNCLINE_REGISTRY_URL}");

  private static final Map<String, String> SOURCE =
      Map.ofEntries(
          Map.entry("connector.class", "io.syncline.connect.jdbc.source.JdbcSourceConnector"),
          Map.entry("tasks.max", "2"),
          Map.entry("topic.prefix", TOPICS),
          Map.entry("topic.creation.default.partitions", "3"),
          Map.entry("topic.creation.default.replication.factor", "-1"),
          Map.entry("exactly.once.support", "required"),
          // How long the next worker waits for what a killed one has left open in the offsets'
          // topic.
          Map.entry("producer.override.transaction.timeout.ms", "10000"),
          Map.entry("transaction.boundary", System.getProperty("syncline.boundary", "poll")));

  private static final Map<String, String> SINK =
      Map.ofEntries(
          Map.entry("connector.class", "io.syncline.connect.jdbc.sink.JdbcSinkConnector"),
          Map.entry("topics", TOPICS + "accounts," + TOPICS + "rates"),
          Map.entry(
              "topics.to.tables.mapping", TOPICS + "accounts:accounts," + TOPICS + "rates:rates"),
          Map.entry("insert.mode", "upsert"),
          Map.entry("pk.mode", "record_key"),
          Map.entry("pk.fields", "id"),
          Map.entry("delete.enabled", "true"),
          Map.entry("auto.create", "true"),
          Map.entry("batch.size", "200"),
          Map.entry("retry.backoff.ms", "500"),
          Map.entry("consumer.override.isolation.level", "read_committed"),
          Map.entry("consumer.override.auto.offset.reset", "earliest"),
          // How long the partitions of a killed worker's task wait for the next.
          Map.entry("consumer.override.session.timeout.ms", "6000"),
          Map.entry("consumer.override.heartbeat.interval.ms", "2000"));

  private Connectors() {}

  static List<Connector> of(String source, String... targets) {
    var connectors = new ArrayList<>(List.of(increments(source), wholeTable(source)));
    for (var target : targets) {
      connectors.add(connector("ledger-" + target, target, SINK, Map.of()));
    }
    return connectors;
  }

  private static Connector increments(String source) {
    return connector(
        "ledger",
        source,
        SOURCE,
        Map.of(
            "mode", "timestamp+incrementing",
            "timestamp.column.name", "updated_at",
            "soft.delete.column.name", "deleted_at",
            "table.whitelist", "accounts,entries",
            "poll.interval.ms", "50",
            "timestamp.delay.interval.ms", "500",
            "batch.max.rows", "100",
            "full.load.range.rows", "1000"));
  }

  private static Connector wholeTable(String source) {
    return connector(
        "ledger-rates",
        source,
        SOURCE,
        Map.of(
            "mode", "bulk",
            "table.whitelist", "rates",
            "poll.interval.ms", "1000",
            "batch.max.rows", "100"));
  }

  private static Connector connector(
      String name, String database, Map<String, String> common, Map<String, String> own) {
    var config = new TreeMap<>(common);
    config.putAll(own);
    config.putAll(AVRO);
    var variables = "${env:SYNCLINE_" + database.toUpperCase(Locale.ROOT);
    config.put("connection.url", variables + "_URL}");
    config.put("connection.user", variables + "_USER}");
    config.put("connection.password", variables + "_PASSWORD}");
    return new Connector(name, new ObjectMapper().valueToTree(config));
  }
}
