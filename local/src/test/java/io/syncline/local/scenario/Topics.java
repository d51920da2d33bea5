package io.syncline.local.scenario;

import io.syncline.schemas.AvroSerdes;
import io.syncline.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** What stands on topics, as a reader of committed records sees it. */
final class Topics {

  private static final Duration POLL = Duration.ofMillis(500);

  private final String bootstrapServers;
  private final AvroSerdes serdes;

  Topics(String bootstrapServers, String registryUrl) {
    this.bootstrapServers = bootstrapServers;
    this.serdes = new AvroSerdes(registryUrl);
  }

  /** Every committed record, each partition in order. */
  <V extends SpecificRecord> List<ConsumerRecord<String, @Nullable V>> committed(Topic<V> topic) {
    Map<String, Object> config =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed");
    try (var consumer =
        new KafkaConsumer<String, V>(
            config, new StringDeserializer(), serdes.of(topic.type()).deserializer())) {
      var partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      return readToEnd(consumer, consumer.endOffsets(partitions));
    }
  }

  private static <V> List<ConsumerRecord<String, V>> readToEnd(
      KafkaConsumer<String, V> consumer, Map<TopicPartition, Long> ends) {
    var records = new ArrayList<ConsumerRecord<String, V>>();
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      consumer.poll(POLL).forEach(records::add);
    }
    return records;
  }

  /** Publishes bytes as they are. */
  void publish(String topic, byte @Nullable [] key, byte @Nullable [] value) {
    Map<String, Object> config = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    try (var producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, key, value));
    }
  }

  /** A primary key of one column, as a source connector writes it. */
  byte[] key(String topic, Object key) {
    return serdes.anyKeyWriter().serialize(topic, key);
  }
}
