package io.syncline.streams.inspection.quality;

import io.syncline.schemas.Entity;
import io.syncline.schemas.Tally;
import io.syncline.streams.kafka.Store;
import io.syncline.streams.kafka.StoreCatalogue;
import io.syncline.streams.kafka.StoreReader;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The counts of every source and entity, summed over all partitions. */
@Singleton
final class QualityReport {

  private static final int PAGE = 500;

  private final StoreReader stores;
  private final MappedEntities mapped;

  QualityReport(StoreReader stores, MappedEntities mapped) {
    this.stores = stores;
    this.mapped = mapped;
  }

  /** By source, then in the order of the entities. */
  List<Completeness> all() {
    var rows = sums(StoreCatalogue.SOURCE_TALLY);
    var refused = sums(StoreCatalogue.QUALITY_TALLY);
    var duplicates = sums(StoreCatalogue.QUALITY_DUPLICATE_TALLY);
    return new TreeMap<>(mapped.tables())
        .entrySet().stream()
            .flatMap(
                source ->
                    new TreeMap<>(source.getValue())
                        .entrySet().stream()
                            .map(
                                table ->
                                    counts(
                                        source.getKey(),
                                        table.getKey(),
                                        rows.of(source.getKey(), table.getValue()),
                                        refused,
                                        duplicates)))
            .toList();
  }

  private static Completeness counts(
      String source, Entity entity, long total, Sums refused, Sums duplicates) {
    return new Completeness(
        source,
        entity,
        total,
        duplicates.of(source, entity.word()),
        refused.of(source, entity.word() + "/missing"),
        total - refused.of(source, entity.word() + "/refused"));
  }

  private Sums sums(Store<Tally> store) {
    var sums = new HashMap<List<String>, Long>();
    var next = Optional.of("");
    while (next.isPresent()) {
      var page = stores.page(store, next.get(), PAGE);
      for (var entry : page.entries()) {
        var tally = entry.value();
        sums.merge(List.of(tally.getSource(), tally.getSubject()), tally.getCount(), Long::sum);
      }
      next = page.next();
    }
    return new Sums(sums);
  }

  private record Sums(Map<List<String>, Long> bySubject) {

    long of(String source, String subject) {
      return bySubject.getOrDefault(List.of(source, subject), 0L);
    }
  }
}
