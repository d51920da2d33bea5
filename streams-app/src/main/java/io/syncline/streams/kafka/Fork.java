package io.syncline.streams.kafka;

import java.util.Collections;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/** Branches of a step that gives records of more than one type. */
public final class Fork {

  private Fork() {}

  /** The same records, to be merged with those of other types. */
  @SuppressWarnings("unchecked") // nothing is ever put into a stream
  public static <K> KStream<K, SpecificRecord> widen(KStream<K, ? extends SpecificRecord> stream) {
    return (KStream<K, SpecificRecord>) stream;
  }

  /**
   * The records of one type.
   *
   * @param name name of the step, `stage.verb-object`
   */
  public static <K, V> KStream<K, V> take(KStream<K, ?> stream, Class<V> type, String name) {
    return stream.flatMapValues(
        value -> type.isInstance(value) ? List.of(type.cast(value)) : List.<V>of(), Named.as(name));
  }

  /**
   * The records of one type and the tombstones, for the one branch of a step that gives any.
   *
   * @param name name of the step, `stage.verb-object`
   */
  public static <K, V> KStream<K, V> takeWithTombstones(
      KStream<K, ?> stream, Class<V> type, String name) {
    return stream.flatMapValues(
        value ->
            value == null || type.isInstance(value)
                ? Collections.singletonList(type.cast(value))
                : List.<V>of(),
        Named.as(name));
  }
}
