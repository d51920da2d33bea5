package io.syncline.streams;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.syncline.streams.kafka.Store;
import io.syncline.streams.kafka.StoreReader;
import io.syncline.streams.problem.ErrorCode;
import io.syncline.streams.problem.SynclineException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;

/** Stores that hold what a test puts into them. */
@Singleton
@Requires(env = "test")
@Replaces(StoreReader.class)
public class FakeStoreReader implements StoreReader {

  private final Map<Store<?>, TreeMap<String, SpecificRecord>> stores = new ConcurrentHashMap<>();
  private volatile boolean ready = true;

  /** Holds nothing, and answers. */
  public void reset() {
    stores.clear();
    ready = true;
  }

  /** Refuses everything from now on. */
  public void beRestoring() {
    ready = false;
  }

  public <V extends SpecificRecord> void put(Store<V> store, String key, V value) {
    entries(store).put(key, value);
  }

  @Override
  public <V extends SpecificRecord> Optional<V> get(Store<V> store, String key) {
    return Optional.ofNullable(store.type().cast(entries(store).get(key)));
  }

  @Override
  public <V extends SpecificRecord> Page<V> page(Store<V> store, String from, int max) {
    var rest = entries(store).tailMap(from);
    var entries =
        rest.entrySet().stream()
            .limit(max)
            .map(entry -> new Entry<>(entry.getKey(), store.type().cast(entry.getValue())))
            .toList();
    return new Page<>(entries, rest.keySet().stream().skip(max).findFirst());
  }

  /** Without those of joins, as under mappings that declare none. */
  @Override
  public boolean has(Store<?> store) {
    return !store.name().startsWith("mapping.");
  }

  @Override
  public Share share(Store<?> store) {
    return new Share(List.of(0, 1), entries(store).size());
  }

  private TreeMap<String, SpecificRecord> entries(Store<?> store) {
    if (!ready) {
      throw new SynclineException(ErrorCode.NOT_READY, "State is being restored.");
    }
    return stores.computeIfAbsent(store, key -> new TreeMap<>());
  }
}
