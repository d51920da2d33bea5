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
 */
public record Store<V extends SpecificRecord>(String name, Class<V> type, String keyedBy) {

  /** Builds the store, without a cache: what a step forwards must be what the store holds. */
  public StoreBuilder<KeyValueStore<String, V>> builder(AvroSerdes serdes) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), Serdes.String(), serdes.of(type))
        .withCachingDisabled();
  }

  /** The store, from within a step that declared it. */
  public KeyValueStore<String, V> in(ProcessorContext<?, ?> context) {
    return context.getStateStore(name);
  }
}
