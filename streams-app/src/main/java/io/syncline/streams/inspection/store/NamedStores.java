package io.syncline.streams.inspection.store;

import io.syncline.streams.kafka.Store;
import io.syncline.streams.kafka.StoreCatalogue;
import io.syncline.streams.kafka.StoreReader;
import io.syncline.streams.kafka.StoreReader.Page;
import io.syncline.streams.problem.ErrorCode;
import io.syncline.streams.problem.SynclineException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** The stores of the catalogue, read by name. */
@Singleton
final class NamedStores {

  private final StoreReader reader;

  NamedStores(StoreReader reader) {
    this.reader = reader;
  }

  List<StoreView> all() {
    return there().map(store -> StoreView.of(store, reader.share(store))).toList();
  }

  Page<?> page(String name, String from, int max) {
    return reader.page(named(name), from, max);
  }

  SpecificRecord get(String name, String key) {
    return reader
        .get(named(name), key)
        .map(SpecificRecord.class::cast)
        .orElseThrow(
            () ->
                new SynclineException(
                    ErrorCode.RECORD_NOT_FOUND,
                    "The store '%s' has no key '%s'. Its keys stand at /api/stores/%s/entries"
                        .formatted(name, key, name)));
  }

  private Stream<Store<?>> there() {
    return StoreCatalogue.all().stream().<Store<?>>map(store -> store).filter(reader::has);
  }

  private Store<?> named(String name) {
    return StoreCatalogue.named(name)
        .filter(reader::has)
        .orElseThrow(
            () ->
                new SynclineException(
                    ErrorCode.STORE_UNKNOWN,
                    "'%s' is none of the stores: %s.".formatted(name, names())));
  }

  private String names() {
    return there().map(Store::name).collect(Collectors.joining(", "));
  }
}
