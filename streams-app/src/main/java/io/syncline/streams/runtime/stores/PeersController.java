package io.syncline.streams.runtime.stores;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import io.syncline.streams.kafka.Store;
import io.syncline.streams.kafka.StoreCatalogue;
import io.syncline.streams.kafka.StoreReader.Entry;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * Answers for other instances, from what is held here alone: it never asks on, so no question can
 * go round in a circle.
 */
@Hidden
@Controller("/peer/stores")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PeersController {

  private final LocalStores stores;
  private final PeerCodec codec;

  PeersController(LocalStores stores, PeerCodec codec) {
    this.stores = stores;
    this.codec = codec;
  }

  @Get("/{name}/entry")
  PeerEntries entry(String name, @QueryValue String key, @Nullable @QueryValue Integer partition) {
    return entry(StoreCatalogue.named(name).orElseThrow(), key, Optional.ofNullable(partition));
  }

  private <V extends SpecificRecord> PeerEntries entry(
      Store<V> store, String key, Optional<Integer> partition) {
    var found = stores.get(store, key, partition).map(value -> new Entry<>(key, value));
    return codec.write(store, found.map(List::of).orElseGet(List::of));
  }

  @Get("/{name}/entries")
  PeerEntries entries(
      String name, @QueryValue(defaultValue = "") String from, @QueryValue int max) {
    return entries(StoreCatalogue.named(name).orElseThrow(), from, max);
  }

  private <V extends SpecificRecord> PeerEntries entries(Store<V> store, String from, int max) {
    return codec.write(store, stores.range(store, from, max));
  }
}
