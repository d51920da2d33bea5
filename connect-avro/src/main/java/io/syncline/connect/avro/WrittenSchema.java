package io.syncline.connect.avro;

import java.util.Objects;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A Connect schema on its way into a topic, known by its identity: to compare it is what takes
 * long.
 */
record WrittenSchema(@Nullable String topic, Schema schema) {

  @Override
  public boolean equals(Object other) {
    return other instanceof WrittenSchema that
        && schema == that.schema
        && Objects.equals(topic, that.topic);
  }

  @Override
  public int hashCode() {
    return 31 * Objects.hashCode(topic) + System.identityHashCode(schema);
  }

  @Override
  public String toString() {
    return "A schema that is written to " + topic;
  }
}
