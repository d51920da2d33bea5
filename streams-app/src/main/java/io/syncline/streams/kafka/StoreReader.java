package io.syncline.streams.kafka;

import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * The stores as a reader sees them: whole, whichever instance holds a part. What is read is the
 * newest state, some of which may still be undone and made again when an instance fails before it
 * commits. Every method fails with a retryable problem while a part cannot be read.
 */
public interface StoreReader {

  /** The value of a key; empty when there is none. */
  <V extends SpecificRecord> Optional<V> get(Store<V> store, String key);

  /**
   * The entries whose keys are this one or follow it, in the order of the keys' UTF-8 bytes.
   *
   * @param max how many at most, at least 1
   */
  <V extends SpecificRecord> Page<V> page(Store<V> store, String from, int max);

  /** Whether the topology has a store: some are there only where a mapping needs them. */
  boolean has(Store<?> store);

  /** The part of a store that this process holds. */
  Share share(Store<?> store);

  /** One entry of a store. */
  record Entry<V extends SpecificRecord>(String key, V value) {}

  /**
   * Some of a store's entries.
   *
   * @param next key at which to go on; empty when this was the last page
   */
  record Page<V extends SpecificRecord>(List<Entry<V>> entries, Optional<String> next) {}

  /**
   * The part of a store that one process holds.
   *
   * @param partitions its partitions there, in order
   * @param approximateEntries how many entries they hold, estimated
   */
  record Share(List<Integer> partitions, long approximateEntries) {}
}
