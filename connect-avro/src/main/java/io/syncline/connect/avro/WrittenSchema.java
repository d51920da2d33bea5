package io.syncline.connect.avro;

import org.apache.kafka.connect.data.Schema;

/**
 * A Connect schema on its way into a topic, known by its identity: to compare it is what takes
 * long.
 */
record WrittenSchema(String topic, Schema schema) {

  @Override
  public boolean equals(Object other) {
    return other instanceof WrittenSchema that && schema == that.schema && topic.equals(that.topic);
  }

  @Override
  public int hashCode() {
    return 31 * topic.hashCode() + System.identityHashCode(schema);
  }

  @Override
  public String toString() {
    return "A schema that is written to " + topic;
  }
}
