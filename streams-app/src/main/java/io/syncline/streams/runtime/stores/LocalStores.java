package io.syncline.streams.runtime.stores;

import io.syncline.streams.kafka.Store;
import io.syncline.streams.kafka.StoreReader.Entry;
import io.syncline.streams.kafka.StoreReader.Share;
import io.syncline.streams.problem.ErrorCode;
import io.syncline.streams.problem.SynclineException;
import io.syncline.streams.runtime.Streams;
import io.syncline.streams.runtime.StreamsStatus.Phase;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.query.FailureReason;
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.RangeQuery;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;

/** What this instance holds of the stores. */
@Singleton
final class LocalStores implements StoreFragment {

  private final Streams streams;

  LocalStores(Streams streams) {
    this.streams = streams;
  }

  @Override
  public <V extends SpecificRecord> Optional<V> get(
      Store<V> store, String key, Optional<Integer> partition) {
    if (partition.isEmpty()) {
      requireWhole();
    }
    return query(store, KeyQuery.<String, V>withKey(key), partition.map(Set::of)).values().stream()
        .filter(Objects::nonNull)
        .findFirst();
  }

  @Override
  public <V extends SpecificRecord> List<Entry<V>> range(Store<V> store, String from, int max) {
    requireWhole();
    RangeQuery<String, V> query =
        from.isEmpty() ? RangeQuery.withNoBounds() : RangeQuery.withLowerBound(from);
    var entries = new ArrayList<Entry<V>>();
    for (var iterator : query(store, query.withAscendingKeys(), Optional.empty()).values()) {
      entries.addAll(take(max, iterator));
    }
    return KeyOrder.first(max, entries.stream());
  }

  /** The part of a store that is here, as far as it can be read now. */
  Share share(Store<?> store) {
    try {
      var partitions = query(store, KeyQuery.withKey(""), Optional.empty()).keySet();
      var live =
          client()
              .store(
                  StoreQueryParameters.fromNameAndType(
                      store.name(), QueryableStoreTypes.<String, SpecificRecord>keyValueStore()));
      return new Share(List.copyOf(partitions), live.approximateNumEntries());
    } catch (InvalidStateStoreException e) {
      throw notReady();
    }
  }

  /** By partition; a partition that this instance only keeps warm for another is left out. */
  private <R> Map<Integer, R> query(
      Store<?> store, Query<R> query, Optional<Set<Integer>> partitions) {
    var request = StateQueryRequest.inStore(store.name()).withQuery(query).requireActive();
    var results = new TreeMap<Integer, R>();
    try {
      client()
          .query(partitions.map(request::withPartitions).orElseGet(request::withAllPartitions))
          .getPartitionResults()
          .forEach(
              (partition, result) -> {
                if (result.isSuccess()) {
                  results.put(partition, result.getResult());
                } else if (partitions.isPresent()
                    || result.getFailureReason() != FailureReason.NOT_ACTIVE) {
                  throw notReady();
                }
              });
    } catch (InvalidStateStoreException e) {
      throw notReady();
    }
    return results;
  }

  private static <V extends SpecificRecord> List<Entry<V>> take(
      int max, KeyValueIterator<String, V> iterator) {
    try (iterator) {
      var entries = new ArrayList<Entry<V>>();
      while (iterator.hasNext() && entries.size() < max) {
        var entry = iterator.next();
        entries.add(new Entry<>(entry.key, entry.value));
      }
      return entries;
    }
  }

  private void requireWhole() {
    if (streams.status().phase() != Phase.RUNNING) {
      throw notReady();
    }
  }

  private KafkaStreams client() {
    return streams.client().orElseThrow(this::notReady);
  }

  private SynclineException notReady() {
    var waitsFor = streams.status().waitsFor();
    return new SynclineException(
        ErrorCode.NOT_READY,
        waitsFor.isEmpty() ? "Partitions are moving between instances." : waitsFor);
  }
}
