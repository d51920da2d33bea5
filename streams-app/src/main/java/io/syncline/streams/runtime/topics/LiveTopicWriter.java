package io.syncline.streams.runtime.topics;

import io.syncline.schemas.AvroSerdes;
import io.syncline.schemas.Topic;
import io.syncline.streams.kafka.TopicWriter;
import io.syncline.streams.problem.ErrorCode;
import io.syncline.streams.problem.SynclineException;
import io.syncline.streams.runtime.config.KafkaConfig;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writer to the topics of the configured Kafka; connects when it is first asked to write. */
@Singleton
final class LiveTopicWriter implements TopicWriter {

  private static final int PATIENCE_MS = 10_000;

  private final KafkaConfig kafka;
  private final AvroSerdes serdes;
  private @Nullable Producer<String, byte[]> producer;

  LiveTopicWriter(KafkaConfig kafka, AvroSerdes serdes) {
    this.kafka = kafka;
    this.serdes = serdes;
  }

  @Override
  public <V extends SpecificRecord> void append(Topic<V> topic, int partition, List<V> values) {
    send(topic, values.stream().map(value -> record(topic, partition, null, value)).toList());
  }

  @Override
  public <V extends SpecificRecord> void put(Topic<V> topic, String key, Optional<V> value) {
    send(topic, List.of(record(topic, null, key, value.orElse(null))));
  }

  private <V extends SpecificRecord> ProducerRecord<String, byte[]> record(
      Topic<V> topic, @Nullable Integer partition, @Nullable String key, @Nullable V value) {
    var bytes = serdes.of(topic.type()).serializer().serialize(topic.name(), value);
    return new ProducerRecord<>(topic.name(), partition, key, bytes);
  }

  private void send(Topic<?> topic, List<ProducerRecord<String, byte[]>> records) {
    try {
      var sent = records.stream().map(record -> producer().send(record)).toList();
      for (var acknowledged : sent) {
        acknowledged.get();
      }
    } catch (ExecutionException | KafkaException e) {
      throw unreachable(topic, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(topic, e);
    }
  }

  private synchronized Producer<String, byte[]> producer() {
    if (producer == null) {
      var config = kafka.clientConfig();
      config.put(ProducerConfig.CLIENT_ID_CONFIG, "syncline-requests");
      config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MS);
      config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS / 2);
      config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MS);
      producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }
    return producer;
  }

  @PreDestroy
  synchronized void close() {
    if (producer != null) {
      producer.close();
    }
  }

  private SynclineException unreachable(Topic<?> topic, Exception cause) {
    return new SynclineException(
        ErrorCode.BROKER_UNREACHABLE,
        "Kafka at %s does not take what is for the topic '%s'. Asking again does no harm."
            .formatted(kafka.bootstrapServers(), topic.name()),
        cause);
  }
}
