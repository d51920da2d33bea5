package io.syncline.streams.runtime.stores;

import io.syncline.streams.kafka.StoreReader.Entry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** The order in which every store keeps its keys: that of their UTF-8 bytes. */
final class KeyOrder {

  private static final Comparator<Entry<?>> BY_KEY =
      Comparator.comparing(
          entry -> entry.key().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

  private KeyOrder() {}

  /** The first of all these entries. */
  static <V extends SpecificRecord> List<Entry<V>> first(int max, Stream<Entry<V>> entries) {
    return entries.sorted(BY_KEY).limit(max).toList();
  }
}
