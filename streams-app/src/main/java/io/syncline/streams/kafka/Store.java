package io.syncline.streams.kafka;

import io.syncline.schemas.AvroSerdes;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * A state store of the topology: text keys, Avro values, kept on disk and backed by a changelog.
 *
 * @param name `stage.content`, unique in the topology
 * @param type class of its values
 * @param keyedBy what its keys are, in one phrase, for people
 * @param coalesced whether only the last write of a key within a commit is kept: for counts, which
 *     change with every record
 */
public record Store<V extends SpecificRecord>(
    String name, Class<V> type, String keyedBy, boolean coalesced) {

  /** A store that keeps every write. */
  public Store(String name, Class<V> type, String keyedBy) {
    this(name, type, keyedBy, false);
  }

  /** Builds the store; without a cache, what a step forwards is what the store holds. */
  public StoreBuilder<KeyValueStore<String, V>> builder(AvroSerdes serdes) {
    var builder =
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), Serdes.String(), serdes.of(type));
    return coalesced ? builder.withCachingEnabled() : builder.withCachingDisabled();
  }

  /** The store, from within a step that declared it. */
  public KeyValueStore<String, V> in(ProcessorContext<?, ?> context) {
    return context.getStateStore(name);
  }
}
