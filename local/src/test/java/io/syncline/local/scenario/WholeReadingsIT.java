package io.syncline.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.syncline.local.crm.Database;
import io.syncline.local.platform.Platform;
import io.syncline.local.platform.SynclinePlatform;
import io.syncline.local.platform.connect.Connector;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What readers of committed records see at once, by who sets the boundaries of transactions. */
@SynclinePlatform
class WholeReadingsIT {
  private static final int ROWS = 1_000;
  private static final int PAGE = 100;
  private static final long PATIENCE = Duration.ofSeconds(60).toNanos();

  private final Platform platform;
  private final Database database;
  private String connector = "";

  WholeReadingsIT(Platform platform) {
    this.platform = platform;
    this.database = platform.database("north");
  }

  @AfterEach
  void stop() throws SQLException {
    platform.connect().api().delete(connector);
    run("drop table " + connector);
  }

  @Test
  void shouldShowReadingOfBulkAtOnce() throws SQLException {
    // When
    register("whole", "connector", Map.of("mode", "bulk"));

    // Then
    assertThat(seenAtOnce(3 * ROWS)).startsWith(ROWS, ROWS, ROWS);
  }

  @Test
  void shouldShowReadingOfBulkInPartsWhereEachPollIsTransaction() throws SQLException {
    // When
    register("parts", "poll", Map.of("mode", "bulk"));

    // Then
    assertThat(seenAtOnce(ROWS)).hasSizeGreaterThan(1).startsWith(PAGE, PAGE, PAGE);
  }

  @Test
  void shouldShowAtOnceWhatOneTransactionOfTheSourceWrote() throws SQLException {
    // Given
    register(
        "changes", "connector", Map.of("mode", "timestamp", "timestamp.column.name", "updated_at"));
    assertThat(seenAtOnce(ROWS)).hasSize(ROWS / PAGE).containsOnly(PAGE);

    // When
    run("update changes set updated_at = clock_timestamp() where id <= 350");

    // Then
    assertThat(seenAtOnce(ROWS + 350)).endsWith(350);
  }

  private void register(String name, String boundary, Map<String, String> own) throws SQLException {
    connector = name;
    run("create table %s (id int primary key, updated_at timestamptz not null)".formatted(name));
    run("insert into %s select i, now() from generate_series(1, %d) i".formatted(name, ROWS));
    var config = new HashMap<>(own);
    config.put("connector.class", "io.syncline.connect.jdbc.source.JdbcSourceConnector");
    config.put("connection.url", database.url());
    config.put("connection.user", database.user());
    config.put("connection.password", database.password());
    config.put("table.whitelist", name);
    config.put("topic.prefix", "at-once.");
    config.put("topic.creation.default.partitions", "1");
    config.put("topic.creation.default.replication.factor", "-1");
    config.put("batch.max.rows", "" + PAGE);
    config.put("poll.interval.ms", "100");
    config.put("exactly.once.support", "required");
    config.put("transaction.boundary", boundary);
    config.put("key.converter", "org.apache.kafka.connect.json.JsonConverter");
    config.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
    platform.connect().api().register(new Connector(name, new ObjectMapper().valueToTree(config)));
  }

  /**
   * How many records each transaction holds. Its end takes an offset of its own, so there is a gap
   * between the records of two.
   */
  private List<Integer> seenAtOnce(int records) {
    var sizes = new ArrayList<Integer>();
    try (var consumer = consumer()) {
      var end = System.nanoTime() + PATIENCE;
      var next = -1L;
      for (var seen = 0; seen < records; ) {
        for (var record : consumer.poll(Duration.ofMillis(200))) {
          var together = record.offset() == next;
          sizes.add(together ? sizes.remove(sizes.size() - 1) + 1 : 1);
          next = record.offset() + 1;
          seen++;
        }
        assertThat(System.nanoTime()).as("time, with %d records", seen).isLessThan(end);
      }
    }
    return sizes;
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> config =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            platform.broker().bootstrapServers(),
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            10 * ROWS);
    var bytes = new ByteArrayDeserializer();
    var consumer = new KafkaConsumer<byte[], byte[]>(config, bytes, bytes);
    consumer.assign(List.of(new TopicPartition("at-once." + connector, 0)));
    return consumer;
  }

  private void run(String sql) throws SQLException {
    try (var connection = database.open();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
