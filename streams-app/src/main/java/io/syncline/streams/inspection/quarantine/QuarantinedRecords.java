package io.syncline.streams.inspection.quarantine;

import io.syncline.schemas.Cause;
import io.syncline.schemas.Quarantined;
import io.syncline.streams.kafka.Store;
import io.syncline.streams.kafka.StoreCatalogue;
import io.syncline.streams.kafka.StoreReader;
import io.syncline.streams.kafka.StoreReader.Entry;
import io.syncline.streams.kafka.StoreReader.Page;
import io.syncline.streams.problem.ErrorCode;
import io.syncline.streams.problem.SynclineException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/** What is in quarantine, of every partition. */
@Singleton
final class QuarantinedRecords {

  private static final int PAGE = 500;

  private static final Comparator<Cause> LARGEST_FIRST =
      Comparator.comparingLong(Cause::getCount).reversed().thenComparing(Cause::getExample);

  private final StoreReader stores;

  QuarantinedRecords(StoreReader stores) {
    this.stores = stores;
  }

  /** Every cause once, the largest first. */
  List<Cause> causes() {
    var causes = new LinkedHashMap<List<Object>, Cause>();
    each(
        StoreCatalogue.QUALITY_CAUSE,
        entry -> causes.merge(identity(entry.value()), entry.value(), QuarantinedRecords::sum));
    return sorted(causes.values());
  }

  /** Some of the entries that are meant, in order of their ids. */
  Page<Quarantined> page(EntryFilter filter, String from, int max) {
    var taken = new ArrayList<Entry<Quarantined>>();
    var next = Optional.of(from);
    while (next.isPresent()) {
      var page = stores.page(StoreCatalogue.QUALITY_QUARANTINE, next.get(), PAGE);
      for (var entry : page.entries()) {
        if (filter.takes(entry.value())) {
          if (taken.size() == max) {
            return new Page<>(taken, Optional.of(entry.key()));
          }
          taken.add(entry);
        }
      }
      next = page.next();
    }
    return new Page<>(taken, Optional.empty());
  }

  /** Gives every entry that is meant to somebody. */
  void each(EntryFilter filter, Consumer<Quarantined> taker) {
    each(
        StoreCatalogue.QUALITY_QUARANTINE,
        entry -> {
          if (filter.takes(entry.value())) {
            taker.accept(entry.value());
          }
        });
  }

  Quarantined byId(String id) {
    return stores
        .get(StoreCatalogue.QUALITY_QUARANTINE, id)
        .orElseThrow(
            () ->
                new SynclineException(
                    ErrorCode.RECORD_NOT_FOUND,
                    "'%s' is not in quarantine: it passed, was deleted, or never was. What is there stands at /api/quarantine/entries"
                        .formatted(id)));
  }

  private <V extends SpecificRecord> void each(Store<V> store, Consumer<Entry<V>> taker) {
    var next = Optional.of("");
    while (next.isPresent()) {
      var page = stores.page(store, next.get(), PAGE);
      page.entries().forEach(taker);
      next = page.next();
    }
  }

  private static List<Object> identity(Cause cause) {
    return List.of(
        cause.getSource(),
        cause.getEntity(),
        cause.getStage(),
        cause.getRule(),
        cause.getField(),
        cause.getMessage());
  }

  /** Two partitions' counts of one cause; the example is the last one. */
  private static Cause sum(Cause one, Cause other) {
    var last = one.getLastSeen().isBefore(other.getLastSeen()) ? other : one;
    var first = one.getFirstSeen().isBefore(other.getFirstSeen()) ? one : other;
    return Cause.newBuilder(last)
        .setCount(one.getCount() + other.getCount())
        .setFirstSeen(first.getFirstSeen())
        .build();
  }

  private static List<Cause> sorted(Collection<Cause> causes) {
    return causes.stream().sorted(LARGEST_FIRST).toList();
  }
}
