package io.syncline.streams.kafka;

import io.syncline.schemas.AvroSerdes;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * A way from one partition to another: a repartition topic. Under exactly-once each costs about one
 * commit interval, so every one is declared where it can be counted.
 *
 * @param name `stage.content`
 * @param type class of what travels on it
 */
public record Hop<V extends SpecificRecord>(String name, Class<V> type) {

  /** The hop's settings; all hops and the topics read beside them have the same partitions. */
  public Repartitioned<String, V> with(AvroSerdes serdes, int partitions) {
    return Repartitioned.with(Serdes.String(), serdes.of(type))
        .withName(name)
        .withNumberOfPartitions(partitions);
  }
}
