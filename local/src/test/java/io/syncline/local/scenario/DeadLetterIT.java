package io.syncline.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.syncline.local.crm.Database;
import io.syncline.local.platform.Platform;
import io.syncline.local.platform.SynclinePlatform;
import io.syncline.local.platform.connect.Connector;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** One row that a database refuses, among a thousand, on PostgreSQL and MariaDB in one worker. */
@SynclinePlatform
class DeadLetterIT {
  private static final String TOPIC = "poison.orders";
  private static final int ROWS = 1_000;
  private static final int BAD = 617;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String VALUE =
      """
      {"schema": {"type": "struct", "fields": [{"field": "customer", "type": "string"}]},
       "payload": {"customer": "%s"}}\
      """;

  @Test
  void shouldPutExactlyTheBadRowOnTheDeadLetterTopic(Platform platform) throws Exception {
    // Given
    var targets = List.of("warehouse", "webshop");
    publish(platform);

    // When
    for (var target : targets) {
      run(
          platform.database(target),
          "create table poison (id varchar(9) primary key, customer varchar(9))");
      platform.connect().api().register(sink(platform.database(target)));
    }

    // Then
    for (var target : targets) {
      var database = platform.database(target);
      await().atMost(PATIENCE).until(() -> count(database, "poison") == ROWS - 1);
      var letters = letters(platform, deadLetters(database));
      assertThat(letters).singleElement().extracting(ConsumerRecord::key).isEqualTo("o" + BAD);
      assertThat(header(letters.get(0), "offset")).isEqualTo("" + BAD);
      assertThat(header(letters.get(0), "exception.message"))
          .contains("table poison", "SQL state 22001")
          .doesNotContain("far too long");
      assertThat(platform.connect().api().status(database.name()).isRunning()).isTrue();
    }
    targets.forEach(platform.connect().api()::delete);
  }

  private static void publish(Platform platform) throws Exception {
    try (Admin admin = platform.broker().admin()) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
    }
    Map<String, Object> config =
        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, platform.broker().bootstrapServers());
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      for (var i = 0; i < ROWS; i++) {
        var value = VALUE.formatted(i == BAD ? "far too long" : "fits");
        producer.send(new ProducerRecord<>(TOPIC, "o" + i, value));
      }
    }
  }

  private static Connector sink(Database database) {
    var config = new HashMap<String, String>();
    config.put("connector.class", "io.syncline.connect.jdbc.sink.JdbcSinkConnector");
    config.put("topics", TOPIC);
    config.put("topics.to.tables.mapping", TOPIC + ":poison");
    config.put("connection.url", database.url());
    config.put("connection.user", database.user());
    config.put("connection.password", database.password());
    config.put("insert.mode", "upsert");
    config.put("pk.mode", "record_key");
    config.put("pk.fields", "id");
    config.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
    // All of them in one batch.
    config.put("consumer.override.max.poll.records", "" + ROWS);
    config.put("consumer.override.fetch.min.bytes", "100000");
    config.put("errors.tolerance", "all");
    config.put("errors.deadletterqueue.topic.name", deadLetters(database));
    config.put("errors.deadletterqueue.topic.replication.factor", "1");
    config.put("errors.deadletterqueue.context.headers.enable", "true");
    return new Connector(database.name(), new ObjectMapper().valueToTree(config));
  }

  private static String deadLetters(Database database) {
    return "dead." + database.name();
  }

  private static List<ConsumerRecord<String, String>> letters(Platform platform, String topic) {
    Map<String, Object> config =
        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, platform.broker().bootstrapServers());
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      var partition = List.of(new TopicPartition(topic, 0));
      consumer.assign(partition);
      consumer.seekToBeginning(partition);
      assertThat(consumer.endOffsets(partition).values()).containsExactly(1L);
      return StreamSupport.stream(consumer.poll(PATIENCE).spliterator(), false).toList();
    }
  }

  private static String header(ConsumerRecord<String, String> letter, String name) {
    var header = letter.headers().lastHeader("__connect.errors." + name);
    return new String(header.value(), StandardCharsets.UTF_8);
  }

  private static void run(Database database, String sql) throws SQLException {
    try (var connection = database.open();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long count(Database database, String table) throws SQLException {
    try (var connection = database.open();
        var statement = connection.createStatement();
        var row = statement.executeQuery("select count(*) from " + table)) {
      row.next();
      return row.getLong(1);
    }
  }
}
