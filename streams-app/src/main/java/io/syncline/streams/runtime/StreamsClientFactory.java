package io.syncline.streams.runtime;

import io.syncline.schemas.Topic;
import io.syncline.streams.runtime.config.KafkaConfig;
import io.syncline.streams.runtime.config.ProcessingConfig;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/** Maker of the Kafka Streams client. */
@Singleton
final class StreamsClientFactory {

  private static final int LONGEST_LINGER_MS = 1_000;
  private static final int BATCH_BYTES = 128 * 1024;

  /** A batch for each partition that a thread may write to: thirty topics, sixteen of its tasks. */
  private static final long BUFFER_BYTES = 30L * 16 * BATCH_BYTES;

  private final KafkaConfig kafka;
  private final ProcessingConfig processing;
  private final Topology topology;
  private final RestoreProgress restores;
  private final AdvertisedAddress address;

  StreamsClientFactory(
      KafkaConfig kafka,
      ProcessingConfig processing,
      Topology topology,
      RestoreProgress restores,
      AdvertisedAddress address) {
    this.kafka = kafka;
    this.processing = processing;
    this.topology = topology;
    this.restores = restores;
    this.address = address;
  }

  /** A client that has not been started. The HTTP server must be bound: its port is advertised. */
  KafkaStreams create() {
    var streams = new KafkaStreams(topology, new StreamsConfig(config()));
    streams.setUncaughtExceptionHandler(new FaultPolicy());
    streams.setGlobalStateRestoreListener(restores);
    return streams;
  }

  private Map<String, Object> config() {
    var config = new HashMap<>(kafka.clientConfig());
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, processing.applicationId());
    config.put(
        StreamsConfig.APPLICATION_SERVER_CONFIG, address.get().host() + ":" + address.get().port());
    config.put(StreamsConfig.STATE_DIR_CONFIG, processing.stateDir());
    config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, processing.threads());
    config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, processing.commitIntervalMs());
    // Order does not matter; waiting for it costs a look at every partition for each record.
    config.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
    config.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StoreMemory.class);
    config.put(StoreMemory.MEGABYTES, processing.storeMemoryMb());
    // What Kafka 5 will do anyway; unset, every start warns.
    config.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG, true);
    producer().forEach((key, value) -> config.put(StreamsConfig.producerPrefix(key), value));
    config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) kafka.replication());
    ownTopics().forEach((key, value) -> config.put(StreamsConfig.topicPrefix(key), value));
    config.putAll(membership());
    return config;
  }

  private static Map<String, Object> producer() {
    return Map.of(
        ProducerConfig.BUFFER_MEMORY_CONFIG,
        BUFFER_BYTES,
        ProducerConfig.COMPRESSION_TYPE_CONFIG,
        "lz4",
        // A commit sends what waits: until then the records of a partition gather, to travel
        // together.
        ProducerConfig.LINGER_MS_CONFIG,
        LONGEST_LINGER_MS,
        ProducerConfig.BATCH_SIZE_CONFIG,
        BATCH_BYTES,
        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
        Topic.MAX_MESSAGE_BYTES,
        // The first record after a commit may meet the broker still ending the transaction before,
        // which takes a few milliseconds: Kafka's own would wait 100 for it, at every commit.
        ProducerConfig.RETRY_BACKOFF_MS_CONFIG,
        5,
        ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG,
        1_000);
  }

  private static Map<String, Object> ownTopics() {
    return Map.of(
        // Records carry the times of their rows' versions, and a source's clock may be ahead.
        TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
        String.valueOf(Long.MAX_VALUE),
        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
        String.valueOf(Topic.MAX_MESSAGE_BYTES));
  }

  private Map<String, Object> membership() {
    var config = new HashMap<String, Object>();
    config.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, processing.groupProtocol());
    if (processing.groupProtocol().equals("streams")) {
      // Standby replicas and the session timeout are the group's configuration at the broker.
      return config;
    }
    config.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, processing.standbyReplicas());
    var session = (int) processing.sessionTimeout().toMillis();
    config.put(consumer(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), session);
    config.put(consumer(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), session / 4);
    if (!processing.instanceId().isEmpty()) {
      config.put(consumer(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), processing.instanceId());
    }
    return config;
  }

  private static String consumer(String key) {
    return StreamsConfig.mainConsumerPrefix(key);
  }
}
