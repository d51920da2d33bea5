package io.syncline.streams.delivery;

import io.syncline.schemas.AvroSerdes;
import io.syncline.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;

/** The delivery stage: publishes what others may read. */
public final class DeliveryTopology {

  private final AvroSerdes serdes;

  public DeliveryTopology(AvroSerdes serdes) {
    this.serdes = serdes;
  }

  public <V extends SpecificRecord> void publish(KStream<String, V> records, Topic<V> topic) {
    records.to(
        topic.name(),
        Produced.with(Serdes.String(), serdes.of(topic.type())).withName("egress-" + topic.name()));
  }
}
