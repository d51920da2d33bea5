package io.syncline.local.bench;

import io.syncline.local.LocalException;
import io.syncline.local.platform.Broker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Topics that the measured connectors fill and empty. */
final class Topics implements AutoCloseable {

  private static final int PARTITIONS = 4;

  /** A record is as old as its row's last change: the broker would throw it away. */
  private static final Map<String, String> KEPT = Map.of("retention.ms", "-1");

  private static final Duration COUNTING_LIMIT = Duration.ofMinutes(2);

  private final Broker broker;
  private final Admin admin;

  Topics(Broker broker) {
    this.broker = broker;
    admin = broker.admin();
  }

  void create(String topic) throws InterruptedException {
    NewTopic wanted = new NewTopic(topic, PARTITIONS, (short) 1).configs(KEPT);
    get(admin.createTopics(List.of(wanted)).all());
  }

  void delete(String topic) throws InterruptedException {
    get(admin.deleteTopics(List.of(topic)).all());
  }

  /** Committed records together with the marks of transactions: grows when records do. */
  long committedOffsets(String topic) throws InterruptedException {
    Map<TopicPartition, OffsetSpec> ends =
        partitions(topic).stream()
            .collect(Collectors.toMap(Function.identity(), each -> OffsetSpec.latest()));
    var options = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
    return get(admin.listOffsets(ends, options).all()).values().stream()
        .mapToLong(end -> end.offset())
        .sum();
  }

  /** Committed records, counted one by one. */
  long records(String topic) {
    long limit = System.nanoTime() + COUNTING_LIMIT.toNanos();
    try (Consumer<byte[], byte[]> consumer = reader(topic)) {
      long records = 0;
      Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        records += consumer.poll(Duration.ofMillis(200)).count();
        if (System.nanoTime() > limit) {
          throw new LocalException("Topic %s cannot be read to its end.".formatted(topic));
        }
      }
      return records;
    }
  }

  /** Reader of what is committed, from the first record on, which the caller closes. */
  Consumer<byte[], byte[]> reader(String topic) {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            broker.bootstrapServers(),
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            10_000);
    var bytes = new ByteArrayDeserializer();
    Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, bytes, bytes);
    consumer.assign(partitions(topic));
    return consumer;
  }

  @Override
  public void close() {
    admin.close();
  }

  private static List<TopicPartition> partitions(String topic) {
    return IntStream.range(0, PARTITIONS)
        .mapToObj(number -> new TopicPartition(topic, number))
        .toList();
  }

  private static <T> T get(KafkaFuture<T> answer) throws InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new LocalException("The broker failed: " + e.getCause().getMessage(), e);
    }
  }
}
