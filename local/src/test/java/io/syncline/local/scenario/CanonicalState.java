package io.syncline.local.scenario;

import io.syncline.local.check.Differences;
import io.syncline.schemas.Provenance;
import io.syncline.schemas.Topic;
import io.syncline.schemas.Topics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/**
 * What stands in the canonical topics, by topic and id, as text; without what tells of the way a
 * record came: its versions, and where its sources' records lie.
 */
record CanonicalState(Map<String, Map<String, String>> topics) {

  private static final Set<String> OF_THE_WAY = Set.of("version", "updated_at");

  static CanonicalState of(io.syncline.local.scenario.Topics reader) {
    var topics = new TreeMap<String, Map<String, String>>();
    for (var topic : Topics.canonical()) {
      topics.put(topic.name(), latest(reader, topic));
    }
    return new CanonicalState(topics);
  }

  private static <V extends SpecificRecord> Map<String, String> latest(
      io.syncline.local.scenario.Topics reader, Topic<V> topic) {
    var latest = new TreeMap<String, String>();
    for (var record : reader.committed(topic)) {
      if (record.value() == null) {
        latest.remove(record.key());
      } else {
        latest.put(record.key(), text(record.value()));
      }
    }
    return latest;
  }

  private static String text(SpecificRecord record) {
    var fields = new LinkedHashMap<String, Object>();
    for (var field : record.getSchema().getFields()) {
      if (!OF_THE_WAY.contains(field.name())) {
        fields.put(field.name(), told(record.get(field.pos())));
      }
    }
    return fields.toString();
  }

  /** Of provenance: which source record gave which field, by which rule. */
  private static Object told(Object value) {
    if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Provenance) {
      return list.stream()
          .map(Provenance.class::cast)
          .map(p -> p.getField() + " " + p.getSource() + " " + p.getRule())
          .toList();
    }
    return value instanceof Map<?, ?> map ? new TreeMap<>(map) : String.valueOf(value);
  }

  Map<String, String> of(Topic<?> topic) {
    return topics.get(topic.name());
  }

  /** Some of the records that differ. */
  List<String> differences(CanonicalState other) {
    return topics.keySet().stream()
        .flatMap(
            topic ->
                Differences.between(topics.get(topic), other.topics.get(topic)).stream()
                    .map(difference -> topic + " " + difference))
        .toList();
  }
}
