package io.syncline.streams.identity.node;

import io.syncline.schemas.Entity;
import io.syncline.streams.identity.match.MatchKey;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.streams.StreamsMetrics;

/**
 * How often a link was not followed because the records would be more than `max_cluster`: a rate
 * and a total for each entity and rule, among Kafka Streams' own metrics. A group is judged anew
 * with each change of it, and each time its links count.
 */
final class UnfollowedMeters {

  private final StreamsMetrics metrics;
  private final Map<Unfollowed, Sensor> sensors = new HashMap<>();

  UnfollowedMeters(StreamsMetrics metrics) {
    this.metrics = metrics;
  }

  private record Unfollowed(Entity entity, String rule) {}

  /**
   * @param evidence match key, of which its rule alone is told, or that it is a person's word
   */
  void count(Entity entity, String evidence) {
    sensors
        .computeIfAbsent(new Unfollowed(entity, MatchKey.ruleOf(evidence)), this::sensor)
        .record();
  }

  private Sensor sensor(Unfollowed unfollowed) {
    return metrics.addRateTotalSensor(
        "identity",
        unfollowed.entity.word() + "/" + unfollowed.rule,
        "max-cluster",
        Sensor.RecordingLevel.INFO,
        "entity",
        unfollowed.entity.word(),
        "rule",
        unfollowed.rule);
  }
}
