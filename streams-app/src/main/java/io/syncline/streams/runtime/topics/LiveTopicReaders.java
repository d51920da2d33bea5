package io.syncline.streams.runtime.topics;

import io.syncline.streams.kafka.TopicReaders;
import io.syncline.streams.problem.ErrorCode;
import io.syncline.streams.problem.SynclineException;
import io.syncline.streams.runtime.config.KafkaConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Access to the topics of the configured Kafka. */
@Singleton
final class LiveTopicReaders implements TopicReaders {

  private static final int PATIENCE_MS = 10_000;
  private static final int MOST_RECORDS = 1_000;
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private final KafkaConfig kafka;

  LiveTopicReaders(KafkaConfig kafka) {
    this.kafka = kafka;
  }

  @Override
  public Consumer<String, byte[]> open(String name) {
    var config = kafka.clientConfig();
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, name);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_RECORDS);
    config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MOST_BYTES);
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
    config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS);
    return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }

  @Override
  public Map<String, Facts> describe(Collection<String> topics) {
    var config = kafka.clientConfig();
    config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
    config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS / 2);
    try (var admin = Admin.create(config)) {
      var resources =
          topics.stream()
              .collect(Collectors.toMap(Function.identity(), LiveTopicReaders::resource));
      var configs = admin.describeConfigs(resources.values()).all().get();
      return admin.describeTopics(topics).allTopicNames().get().entrySet().stream()
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey,
                  topic -> facts(topic.getValue(), configs.get(resources.get(topic.getKey())))));
    } catch (ExecutionException e) {
      throw unreachable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(e);
    }
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  private static Facts facts(TopicDescription topic, Config config) {
    var kept = config.get(TopicConfig.DELETE_RETENTION_MS_CONFIG).value();
    return new Facts(
        topic.topicId(), topic.partitions().size(), Duration.ofMillis(Long.parseLong(kept)));
  }

  private SynclineException unreachable(Exception cause) {
    return new SynclineException(
        ErrorCode.BROKER_UNREACHABLE,
        "Kafka at %s cannot say what the canonical topics are.".formatted(kafka.bootstrapServers()),
        cause);
  }
}
