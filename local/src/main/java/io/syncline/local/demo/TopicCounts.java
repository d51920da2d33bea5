package io.syncline.local.demo;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Running count of the committed records on the topics of the flow. Offsets would not do: they also
 * count the markers of transactions.
 */
final class TopicCounts implements AutoCloseable {

  private static final Duration NEW_TOPICS = Duration.ofSeconds(1);

  private final Consumer<byte[], byte[]> consumer;
  private final Pattern topics;
  private final Map<String, Count> counts = new ConcurrentHashMap<>();
  private final Thread reader = new Thread(this::read, "topic-counts");
  private volatile boolean closed;

  private TopicCounts(Consumer<byte[], byte[]> consumer, Pattern topics) {
    this.consumer = consumer;
    this.topics = topics;
  }

  /** Counts from the first record on, also of matching topics that come later. */
  static TopicCounts of(String bootstrapServers, Pattern topics) {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            5_000);
    TopicCounts counts =
        new TopicCounts(
            new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
            topics);
    counts.reader.setDaemon(true);
    counts.reader.start();
    return counts;
  }

  /** Records read so far. */
  long records(String topic) {
    return counts.getOrDefault(topic, Count.NONE).records();
  }

  /** Records read so far on all topics whose names match. */
  long records(Pattern names) {
    return matching(names).mapToLong(Count::records).sum();
  }

  /** Keys whose last record is not a tombstone, on all topics whose names match. */
  long living(Pattern names) {
    return matching(names).mapToLong(Count::living).sum();
  }

  private Stream<Count> matching(Pattern names) {
    return counts.entrySet().stream()
        .filter(count -> names.matcher(count.getKey()).matches())
        .map(Map.Entry::getValue);
  }

  @Override
  public void close() {
    closed = true;
    consumer.wakeup();
  }

  private void read() {
    long assigned = System.nanoTime() - NEW_TOPICS.toNanos();
    try (consumer) {
      while (!closed) {
        if (System.nanoTime() - assigned >= NEW_TOPICS.toNanos()) {
          consumer.assign(partitions());
          assigned = System.nanoTime();
        }
        if (consumer.assignment().isEmpty()) {
          Thread.sleep(NEW_TOPICS.toMillis());
        } else {
          consumer.poll(Duration.ofMillis(200)).forEach(this::count);
        }
      }
    } catch (WakeupException | InterruptedException e) {
      // Closed.
    }
  }

  private List<TopicPartition> partitions() {
    return consumer.listTopics().entrySet().stream()
        .filter(topic -> topics.matcher(topic.getKey()).matches())
        .flatMap(topic -> topic.getValue().stream())
        .map(TopicCounts::partition)
        .toList();
  }

  private static TopicPartition partition(PartitionInfo info) {
    return new TopicPartition(info.topic(), info.partition());
  }

  private void count(ConsumerRecord<byte[], byte[]> record) {
    counts.computeIfAbsent(record.topic(), topic -> new Count()).add(record);
  }

  /** Written by the reading thread, read by others. */
  private static final class Count {

    static final Count NONE = new Count();

    private final Set<ByteBuffer> living = new HashSet<>();
    private long records;

    synchronized void add(ConsumerRecord<byte[], byte[]> record) {
      records++;
      ByteBuffer key = ByteBuffer.wrap(record.key() == null ? new byte[0] : record.key());
      if (record.value() == null) {
        living.remove(key);
      } else {
        living.add(key);
      }
    }

    synchronized long records() {
      return records;
    }

    synchronized long living() {
      return living.size();
    }
  }
}
