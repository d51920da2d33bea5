package io.syncline.local.fault.merge;

import io.syncline.local.platform.Broker;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** What an application has written and not committed. */
final class OpenTransactions {

  private OpenTransactions() {}

  /** Messages between nodes that nobody will see, unless they are sent again. */
  static long messages(Broker broker, String application)
      throws ExecutionException, InterruptedException {
    var topic = application + "-identity.messages-repartition";
    try (var admin = broker.admin()) {
      return end(admin, topic, IsolationLevel.READ_UNCOMMITTED)
          - end(admin, topic, IsolationLevel.READ_COMMITTED);
    }
  }

  private static long end(Admin admin, String topic, IsolationLevel isolation)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> latest =
        admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
            .flatMap(description -> description.partitions().stream())
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .collect(Collectors.toMap(partition -> partition, each -> OffsetSpec.latest()));
    return admin
        .listOffsets(latest, new ListOffsetsOptions(isolation))
        .all()
        .get()
        .values()
        .stream()
        .mapToLong(end -> end.offset())
        .sum();
  }
}
