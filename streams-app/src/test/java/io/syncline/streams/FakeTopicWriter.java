package io.syncline.streams;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.syncline.schemas.Topic;
import io.syncline.streams.kafka.TopicWriter;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Topics that remember what was written. */
@Singleton
@Requires(env = "test")
@Replaces(TopicWriter.class)
public class FakeTopicWriter implements TopicWriter {

  private final List<Written> written = new ArrayList<>();
  private final List<Put> put = new ArrayList<>();

  @Override
  public <V extends SpecificRecord> void append(Topic<V> topic, int partition, List<V> values) {
    values.forEach(value -> written.add(new Written(topic.name(), partition, value)));
  }

  @Override
  public <V extends SpecificRecord> void put(Topic<V> topic, String key, Optional<V> value) {
    put.add(new Put(topic.name(), key, value));
  }

  /** What was written under a key since this was last asked. */
  public List<Put> put() {
    var all = List.copyOf(put);
    put.clear();
    return all;
  }

  /** A record of a topic, under its key; without a value it takes back what has the key. */
  public record Put(String topic, String key, Optional<? extends SpecificRecord> value) {}

  /** What was written since this was last asked. */
  public List<Written> written() {
    var all = List.copyOf(written);
    written.clear();
    return all;
  }

  /** A record of a topic. */
  public record Written(String topic, int partition, SpecificRecord value) {}
}
