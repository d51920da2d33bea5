package io.syncline.streams.delivery.pull;

import io.micronaut.context.ApplicationContext;
import io.syncline.schemas.AvroSerdes;
import io.syncline.schemas.Topic;
import io.syncline.schemas.Topics;
import io.syncline.streams.EmbeddedKafka;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** The canonical topics of an embedded Kafka, and applications that give their changes. */
final class CanonicalTopics implements AutoCloseable {

  private static final int PARTITIONS = 2;
  private static final String REGISTRY = "mock://change-feed";

  private final EmbeddedKafka kafka;
  private final Producer<byte[], byte[]> producer;
  private final AvroSerdes serdes = new AvroSerdes(REGISTRY);

  CanonicalTopics(EmbeddedKafka kafka) {
    this.kafka = kafka;
    for (var topic : Topics.canonical()) {
      kafka.create(topic.name(), PARTITIONS, Map.of("cleanup.policy", "compact,delete"));
    }
    producer = kafka.producer(Map.of("transactional.id", "canonical"));
    producer.initTransactions();
  }

  /** The caller closes it. */
  ApplicationContext application(int readers) {
    return ApplicationContext.builder()
        .deduceEnvironment(false)
        .properties(
            Map.of(
                "syncline.kafka.bootstrap-servers",
                kafka.address(),
                "syncline.registry.url",
                REGISTRY,
                "syncline.mappings",
                "../connect-config/sources/north/mapping.yaml",
                "syncline.pull.readers",
                readers))
        .start();
  }

  <V extends SpecificRecord> void publish(Topic<V> topic, String key, V value) {
    commit(record(topic, key, value));
  }

  void delete(Topic<?> topic, String key) {
    commit(new ProducerRecord<>(topic.name(), bytes(key), null));
  }

  private void commit(ProducerRecord<byte[], byte[]> record) {
    producer.beginTransaction();
    producer.send(record);
    producer.commitTransaction();
  }

  /** Writes what is never committed. */
  <V extends SpecificRecord> void abort(Topic<V> topic, String key, V value) {
    producer.beginTransaction();
    producer.send(record(topic, key, value));
    producer.flush();
    producer.abortTransaction();
  }

  private <V extends SpecificRecord> ProducerRecord<byte[], byte[]> record(
      Topic<V> topic, String key, V value) {
    var bytes = serdes.of(topic.type()).serializer().serialize(topic.name(), value);
    return new ProducerRecord<>(topic.name(), bytes(key), bytes);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Deletes all that is there. */
  void truncate(Topic<?> topic) throws Exception {
    try (var admin = kafka.admin()) {
      var all = new HashMap<TopicPartition, RecordsToDelete>();
      for (var partition = 0; partition < PARTITIONS; partition++) {
        all.put(new TopicPartition(topic.name(), partition), RecordsToDelete.beforeOffset(-1));
      }
      admin.deleteRecords(all).all().get();
    }
  }

  void keepDeletionsForAnInstant(Topic<?> topic) throws Exception {
    try (var admin = kafka.admin()) {
      var instant =
          new AlterConfigOp(
              new ConfigEntry(TopicConfig.DELETE_RETENTION_MS_CONFIG, "1"), OpType.SET);
      var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
      admin.incrementalAlterConfigs(Map.of(resource, List.of(instant))).all().get();
    }
  }

  @Override
  public void close() {
    producer.close();
    kafka.deleteAllTopics();
  }
}
