package io.syncline.streams;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.syncline.schemas.Topic;
import io.syncline.streams.kafka.TopicWriter;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Topics that remember what was written. */
@Singleton
@Requires(env = "test")
@Replaces(TopicWriter.class)
public class FakeTopicWriter implements TopicWriter {

  private final List<Written> written = new ArrayList<>();

  @Override
  public <V extends SpecificRecord> void append(Topic<V> topic, int partition, List<V> values) {
    values.forEach(value -> written.add(new Written(topic.name(), partition, value)));
  }

  /** What was written since this was last asked. */
  public List<Written> written() {
    var all = List.copyOf(written);
    written.clear();
    return all;
  }

  /** A record of a topic. */
  public record Written(String topic, int partition, SpecificRecord value) {}
}
