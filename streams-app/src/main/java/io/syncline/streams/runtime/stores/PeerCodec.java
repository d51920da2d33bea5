package io.syncline.streams.runtime.stores;

import io.syncline.schemas.AvroSerdes;
import io.syncline.streams.kafka.Store;
import io.syncline.streams.kafka.StoreReader.Entry;
import io.syncline.streams.runtime.config.ProcessingConfig;
import io.syncline.streams.runtime.stores.PeerEntries.PeerEntry;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Writer and reader of what instances tell one another. */
@Singleton
final class PeerCodec {

  private final AvroSerdes serdes;
  private final ProcessingConfig config;

  PeerCodec(AvroSerdes serdes, ProcessingConfig config) {
    this.serdes = serdes;
    this.config = config;
  }

  <V extends SpecificRecord> PeerEntries write(Store<V> store, List<Entry<V>> entries) {
    var values = serdes.of(store.type()).serializer();
    var base64 = Base64.getEncoder();
    return new PeerEntries(
        entries.stream()
            .map(
                entry ->
                    new PeerEntry(
                        entry.key(),
                        base64.encodeToString(values.serialize(changelog(store), entry.value()))))
            .toList());
  }

  <V extends SpecificRecord> List<Entry<V>> read(Store<V> store, PeerEntries entries) {
    var values = serdes.of(store.type()).deserializer();
    var base64 = Base64.getDecoder();
    return entries.entries().stream()
        .map(
            entry ->
                new Entry<>(
                    entry.key(),
                    values.deserialize(changelog(store), base64.decode(entry.value()))))
        .toList();
  }

  /** Its schema stands in the registry already, under this topic's name. */
  private String changelog(Store<?> store) {
    return config.applicationId() + "-" + store.name() + "-changelog";
  }
}
