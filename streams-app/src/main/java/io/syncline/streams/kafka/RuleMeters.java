package io.syncline.streams.kafka;

import io.syncline.schemas.SourceKey;
import io.syncline.streams.rule.Severity;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.streams.StreamsMetrics;

/**
 * How often rules are broken: a rate and a total for each source, entity, rule and severity, among
 * Kafka Streams' own metrics, whichever stage judges. They count what was judged, which after a
 * fault may be more than once.
 */
public final class RuleMeters {

  private final StreamsMetrics metrics;
  private final Map<Broken, Sensor> sensors = new HashMap<>();

  public RuleMeters(StreamsMetrics metrics) {
    this.metrics = metrics;
  }

  private record Broken(String source, String entity, String rule, Severity severity) {}

  /** A source record breaks a rule. */
  public void count(SourceKey key, String rule, Severity severity) {
    sensors
        .computeIfAbsent(new Broken(key.getSource(), key.getEntity(), rule, severity), this::sensor)
        .record();
  }

  private Sensor sensor(Broken broken) {
    return metrics.addRateTotalSensor(
        "quality",
        "%s/%s/%s".formatted(broken.source, broken.entity, broken.rule),
        "rule-" + broken.severity.word(),
        Sensor.RecordingLevel.INFO,
        "source",
        broken.source,
        "entity",
        broken.entity,
        "rule",
        broken.rule);
  }
}
