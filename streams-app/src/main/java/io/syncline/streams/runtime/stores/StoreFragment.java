package io.syncline.streams.runtime.stores;

import io.syncline.streams.kafka.Store;
import io.syncline.streams.kafka.StoreReader.Entry;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** What one instance holds of the stores. Every method fails while it cannot be read. */
interface StoreFragment {

  /**
   * The value of a key; empty when there is none.
   *
   * @param partition where the key must be; empty: in any
   */
  <V extends SpecificRecord> Optional<V> get(
      Store<V> store, String key, Optional<Integer> partition);

  /** The entries from a key on, in order, of every partition here. */
  <V extends SpecificRecord> List<Entry<V>> range(Store<V> store, String from, int max);
}
