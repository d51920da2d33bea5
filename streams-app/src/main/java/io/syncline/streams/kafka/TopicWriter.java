package io.syncline.streams.kafka;

import io.syncline.schemas.Topic;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Plain writing to topics, for what tells the topology to do something. */
public interface TopicWriter {

  /**
   * Appends records without keys to one partition; returns when the broker has them all. Fails with
   * a retryable problem; then some of them may have been written.
   */
  <V extends SpecificRecord> void append(Topic<V> topic, int partition, List<V> values);

  /**
   * Writes one record in the partition of its key; returns when the broker has it. Fails with a
   * retryable problem.
   *
   * @param value empty to take back what has the key
   */
  <V extends SpecificRecord> void put(Topic<V> topic, String key, Optional<V> value);
}
