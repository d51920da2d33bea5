package io.syncline.streams.kafka;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;

/** The topic that Kafka Streams keeps for a hop, for what takes the same way later in the flow. */
public record OwnTopic<V extends SpecificRecord>(String application, Hop<V> hop)
    implements TopicNameExtractor<String, V> {

  @Override
  public String extract(String key, V value, RecordContext context) {
    return application + "-" + hop.name() + "-repartition";
  }

  @Override
  public String toString() {
    return hop.name();
  }
}
