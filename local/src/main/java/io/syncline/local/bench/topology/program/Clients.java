package io.syncline.local.bench.topology.program;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serializer;

/** Kafka clients of a program, which the caller closes; producers are set as the application's. */
record Clients(String bootstrapServers) {

  static final int PARTITIONS = 4;

  <K, V> Producer<K, V> transactional(String id, Serializer<K> keys, Serializer<V> values) {
    Map<String, Object> settings = producing();
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
    // A benchmark keeps one open until what reads it is ready.
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 900_000);
    return new KafkaProducer<>(settings, keys, values);
  }

  <K, V> Producer<K, V> prompt(Serializer<K> keys, Serializer<V> values) {
    Map<String, Object> settings = producing();
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    return new KafkaProducer<>(settings, keys, values);
  }

  private Map<String, Object> producing() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    return settings;
  }

  /** Reader of what is committed. */
  Consumer<byte[], byte[]> reader(String group, List<TopicPartition> partitions) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
    var bytes = new ByteArrayDeserializer();
    Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, bytes, bytes);
    consumer.assign(partitions);
    return consumer;
  }

  /** Those of a topic that one of several threads has. */
  static List<TopicPartition> partitions(String topic, int thread, int threads) {
    return IntStream.range(0, PARTITIONS)
        .filter(number -> number % threads == thread)
        .mapToObj(number -> new TopicPartition(topic, number))
        .toList();
  }
}
