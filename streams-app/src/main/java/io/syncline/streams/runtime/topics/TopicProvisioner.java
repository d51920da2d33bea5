package io.syncline.streams.runtime.topics;

import io.syncline.schemas.Topic;
import io.syncline.schemas.Topic.Cleanup;
import io.syncline.schemas.Topics;
import io.syncline.streams.mapping.Mappings;
import io.syncline.streams.runtime.config.ConfigException;
import io.syncline.streams.runtime.config.KafkaConfig;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Maker of the topics that the topology reads and writes, where they are missing. */
@Singleton
public final class TopicProvisioner {

  private static final Logger LOG = LoggerFactory.getLogger(TopicProvisioner.class);
  private static final int MS_BETWEEN_LOOKS = 50;
  private static final Set<String> CO_PARTITIONED =
      Topics.published().stream()
          .filter(topic -> topic.cleanup() == Cleanup.COMPACT)
          .map(Topic::name)
          .collect(Collectors.toUnmodifiableSet());

  private final KafkaConfig config;
  private final List<String> sourceTopics;

  TopicProvisioner(KafkaConfig config, Mappings mappings) {
    this.config = config;
    this.sourceTopics = mappings.sourceTopics();
  }

  /**
   * Makes what is missing; changes nothing that is there.
   *
   * @throws ConfigException when topics that belong together have other numbers of partitions
   * @throws ExecutionException when Kafka refuses or does not answer
   */
  public void provision() throws ExecutionException, InterruptedException {
    try (var admin = Admin.create(adminConfig())) {
      var wanted = wanted();
      var partitions = partitions(admin, wanted.keySet());
      var missing = new TreeSet<>(wanted.keySet());
      missing.removeAll(partitions.keySet());
      requireCoPartitioned(partitions);
      for (var topic : missing) {
        create(admin, topic, wanted.get(topic));
      }
      awaitVisible(admin, missing);
    }
  }

  private Map<String, Object> adminConfig() {
    var admin = config.clientConfig();
    admin.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
    admin.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    return admin;
  }

  /** Configuration of each topic, by name. */
  private Map<String, Map<String, String>> wanted() {
    var wanted = new LinkedHashMap<String, Map<String, String>>();
    // Not compacted: a record without a key could not even reach quarantine. Not cut by age: a
    // record's time is its row's version, which may be years old.
    var ofSources = Cleanup.KEEP.topicConfig();
    sourceTopics.forEach(topic -> wanted.put(topic, ofSources));
    Stream.concat(Topics.published().stream(), Topics.requested().stream())
        .forEach(topic -> wanted.put(topic.name(), topic.cleanup().topicConfig()));
    return wanted;
  }

  private static Map<String, Integer> partitions(Admin admin, Collection<String> topics)
      throws ExecutionException, InterruptedException {
    var partitions = new HashMap<String, Integer>();
    for (var topic : admin.describeTopics(topics).topicNameValues().entrySet()) {
      try {
        partitions.put(topic.getKey(), topic.getValue().get().partitions().size());
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw e;
        }
        // Not there.
      }
    }
    return partitions;
  }

  /** What has one key must meet in one task, also where a published topic is read again. */
  private void requireCoPartitioned(Map<String, Integer> partitions) {
    var different = new TreeMap<>(partitions);
    different.keySet().retainAll(CO_PARTITIONED);
    different.values().removeIf(count -> count == config.partitions());
    if (!different.isEmpty()) {
      throw new ConfigException(
          "syncline.kafka.partitions: is %d, but these topics have other numbers of partitions: %s."
                  .formatted(config.partitions(), different)
              + " All must have the same: set it to theirs, or start anew with an empty Kafka");
    }
  }

  /** Brokers learn of a topic a little after the controller has made it. */
  private static void awaitVisible(Admin admin, Collection<String> topics)
      throws ExecutionException, InterruptedException {
    while (!partitions(admin, topics).keySet().containsAll(topics)) {
      Thread.sleep(MS_BETWEEN_LOOKS);
    }
  }

  private void create(Admin admin, String name, Map<String, String> topicConfig)
      throws ExecutionException, InterruptedException {
    var topic = new NewTopic(name, config.partitions(), config.replication()).configs(topicConfig);
    try {
      admin.createTopics(List.of(topic)).all().get();
      LOG.info("Topic created: {}, {} partitions", name, config.partitions());
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
      // Another instance was faster.
    }
  }
}
