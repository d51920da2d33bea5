package io.syncline.local.bench.topology.flow;

import io.syncline.local.LocalException;
import io.syncline.local.platform.Broker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Every topic of the flow, looked at from outside. */
public final class FlowTopics implements AutoCloseable {

  private static final int PARTITIONS = 4;
  private static final String SOURCES = "crm.";
  private static final Map<String, String> KEPT = Map.of("retention.ms", "-1");

  private final Broker broker;
  private final Admin admin;

  public FlowTopics(Broker broker) {
    this.broker = broker;
    admin = broker.admin();
  }

  public void create(Collection<String> topics) throws InterruptedException {
    get(
        admin
            .createTopics(
                topics.stream()
                    .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1).configs(KEPT))
                    .toList())
            .all());
  }

  public void deleteAll() throws InterruptedException {
    delete(names(topic -> true));
  }

  /** Returns when they are gone. */
  public void delete(Collection<String> topics) throws InterruptedException {
    get(admin.deleteTopics(topics).all());
    while (!names(topics::contains).isEmpty()) {
      Thread.sleep(50);
    }
  }

  /** What the application has written and committed: grows whenever it does anything. */
  public long level() throws InterruptedException {
    return ends(partitions(topic -> !topic.startsWith(SOURCES))).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  /** The same of each topic, by the name of what is written there. */
  public Map<String, Long> levels(String application) throws InterruptedException {
    Map<String, Long> levels = new TreeMap<>();
    ends(partitions(topic -> !topic.startsWith(SOURCES)))
        .forEach(
            (partition, end) ->
                levels.merge(content(partition.topic(), application), end, Long::sum));
    return levels;
  }

  private static String content(String topic, String application) {
    return topic
        .replace(application + "-", "")
        .replace("-changelog", " (store)")
        .replace("-repartition", " (hop)");
  }

  /** How many records of the sources an application has read. */
  public long read(String application) throws InterruptedException {
    return get(admin.listConsumerGroupOffsets(application).partitionsToOffsetAndMetadata())
        .entrySet()
        .stream()
        .filter(offset -> offset.getKey().topic().startsWith(SOURCES))
        .mapToLong(offset -> offset.getValue().offset())
        .sum();
  }

  /** The partitions of an application's stores. */
  public Set<TopicPartition> changelogs(String application) throws InterruptedException {
    return partitions(topic -> topic.startsWith(application + "-") && topic.endsWith("-changelog"));
  }

  /** Bytes that the broker keeps of these. */
  public long bytes(Set<TopicPartition> partitions) throws InterruptedException {
    return get(admin.describeLogDirs(List.of(1)).allDescriptions()).values().stream()
        .flatMap(folders -> folders.values().stream())
        .flatMap(folder -> folder.replicaInfos().entrySet().stream())
        .filter(replica -> partitions.contains(replica.getKey()))
        .mapToLong(replica -> replica.getValue().size())
        .sum();
  }

  /** Keys of a compacted topic that stand for something. */
  public long live(String topic) throws InterruptedException {
    Set<String> keys = new HashSet<>();
    readAll(
        partitions(topic::equals),
        record -> {
          String key = new String(record.key(), StandardCharsets.UTF_8);
          return record.value() == null ? keys.remove(key) : keys.add(key);
        });
    return keys.size();
  }

  /** Reads these to their ends, and returns how many records there were. */
  public long readAll(
      Set<TopicPartition> partitions, Predicate<ConsumerRecord<byte[], byte[]>> each)
      throws InterruptedException {
    Map<TopicPartition, Long> ends = ends(partitions);
    long records = 0;
    try (Consumer<byte[], byte[]> consumer = reader()) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Set<TopicPartition> left = new HashSet<>(partitions);
      while (!left.isEmpty()) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          each.test(record);
          records++;
        }
        left.removeIf(partition -> consumer.position(partition) >= ends.get(partition));
      }
    }
    return records;
  }

  private Consumer<byte[], byte[]> reader() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    // As Kafka Streams' restore consumer has it.
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
    var bytes = new ByteArrayDeserializer();
    return new KafkaConsumer<>(settings, bytes, bytes);
  }

  private Map<TopicPartition, Long> ends(Set<TopicPartition> partitions)
      throws InterruptedException {
    Map<TopicPartition, OffsetSpec> wanted =
        partitions.stream()
            .collect(Collectors.toMap(partition -> partition, each -> OffsetSpec.latest()));
    var options = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
    return get(admin.listOffsets(wanted, options).all()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
  }

  private Set<TopicPartition> partitions(Predicate<String> wanted) throws InterruptedException {
    Collection<TopicDescription> topics =
        get(admin.describeTopics(names(wanted)).allTopicNames()).values();
    Set<TopicPartition> partitions = new HashSet<>();
    for (TopicDescription topic : topics) {
      topic
          .partitions()
          .forEach(each -> partitions.add(new TopicPartition(topic.name(), each.partition())));
    }
    return partitions;
  }

  private List<String> names(Predicate<String> wanted) throws InterruptedException {
    return get(admin.listTopics().names()).stream().filter(wanted).toList();
  }

  @Override
  public void close() {
    admin.close();
  }

  private static <T> T get(KafkaFuture<T> answer) throws InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new LocalException("The broker failed: " + e.getCause().getMessage(), e);
    }
  }
}
