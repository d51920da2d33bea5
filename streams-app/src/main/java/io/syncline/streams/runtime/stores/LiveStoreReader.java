package io.syncline.streams.runtime.stores;

import io.syncline.streams.kafka.Store;
import io.syncline.streams.kafka.StoreCatalogue;
import io.syncline.streams.kafka.StoreReader;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;

/** The stores of the running topology, read whole. */
@Singleton
final class LiveStoreReader implements StoreReader {

  /** These stand where their source record's row stands, or what it names: not by their keys. */
  private static final Set<Store<?>> PARTITIONED_OTHERWISE =
      Set.of(
          StoreCatalogue.SOURCE_LATEST,
          StoreCatalogue.MAPPING_FILED,
          StoreCatalogue.MAPPING_JOIN_MEMBER,
          StoreCatalogue.MAPPING_JOINED,
          StoreCatalogue.IDENTITY_NODE,
          StoreCatalogue.IDENTITY_JUDGEMENT,
          StoreCatalogue.IDENTITY_KEY_MEMBER,
          StoreCatalogue.IDENTITY_KEY_JUDGEMENT,
          StoreCatalogue.IDENTITY_REVIEW,
          StoreCatalogue.QUALITY_QUARANTINE,
          StoreCatalogue.QUALITY_CAUSE,
          StoreCatalogue.SOURCE_TALLY,
          StoreCatalogue.QUALITY_TALLY,
          StoreCatalogue.QUALITY_DUPLICATE_TALLY,
          StoreCatalogue.IDENTITY_HOME,
          StoreCatalogue.CANONICAL_CUSTOMER,
          StoreCatalogue.CANONICAL_PRODUCT,
          StoreCatalogue.CANONICAL_REDIRECT,
          StoreCatalogue.CANONICAL_REDIRECT_HISTORY,
          StoreCatalogue.QUALITY_DUPLICATE,
          StoreCatalogue.CANONICAL_CUSTOMER_HISTORY,
          StoreCatalogue.CANONICAL_PRODUCT_HISTORY,
          StoreCatalogue.CANONICAL_ORDER_HISTORY,
          StoreCatalogue.CANONICAL_LOOKUP);

  private final Instances instances;
  private final LocalStores local;
  private final Set<String> built;

  LiveStoreReader(Instances instances, LocalStores local, Topology topology) {
    this.instances = instances;
    this.local = local;
    this.built =
        topology.describe().subtopologies().stream()
            .flatMap(part -> part.nodes().stream())
            .filter(TopologyDescription.Processor.class::isInstance)
            .flatMap(step -> ((TopologyDescription.Processor) step).stores().stream())
            .collect(Collectors.toSet());
  }

  @Override
  public <V extends SpecificRecord> Optional<V> get(Store<V> store, String key) {
    if (PARTITIONED_OTHERWISE.contains(store)) {
      return instances.holdersOf(store).stream()
          .flatMap(fragment -> fragment.get(store, key, Optional.empty()).stream())
          .findFirst();
    }
    var home = instances.homeOf(store, key);
    return home.fragment().get(store, key, Optional.of(home.partition()));
  }

  @Override
  public <V extends SpecificRecord> Page<V> page(Store<V> store, String from, int max) {
    var oneMore =
        KeyOrder.first(
            max + 1,
            instances.holdersOf(store).stream()
                .flatMap(fragment -> fragment.range(store, from, max + 1).stream()));
    var entries = oneMore.subList(0, Math.min(max, oneMore.size()));
    var next =
        oneMore.size() > max ? Optional.of(oneMore.get(max).key()) : Optional.<String>empty();
    return new Page<>(entries, next);
  }

  @Override
  public boolean has(Store<?> store) {
    return built.contains(store.name());
  }

  @Override
  public Share share(Store<?> store) {
    return local.share(store);
  }
}
