package io.syncline.connect.jdbc.source.reading.load;

import io.syncline.connect.jdbc.source.reading.page.Partitions;
import io.syncline.connect.jdbc.table.TableId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/**
 * What is stored of a table's load, by all tasks.
 *
 * <p>Should two connectors have planned at once, as when a worker was lost, the older plan that is
 * stored holds, and what was read by the other counts for nothing.
 *
 * @param plan empty when no range has begun
 * @param ranges offsets of those that have begun
 */
record StoredLoad(Optional<LoadPlan> plan, Map<Integer, Map<String, ?>> ranges) {

  static StoredLoad read(OffsetStorageReader offsets, TableId table) {
    var partitions =
        IntStream.range(0, LoadPlan.MOST_RANGES).mapToObj(it -> Partitions.of(table, it)).toList();
    var stored = offsets.offsets(partitions);
    var ranges = new HashMap<Integer, Map<String, ?>>();
    for (var range = 0; range < partitions.size(); range++) {
      var offset = stored.get(partitions.get(range));
      if (offset != null) {
        ranges.put(range, offset);
      }
    }
    return of(ranges);
  }

  private static StoredLoad of(Map<Integer, Map<String, ?>> ranges) {
    var plan =
        ranges.values().stream()
            .map(offset -> RangeOffset.plan(offset))
            .flatMap(Optional::stream)
            .distinct()
            .map(PlanText::parse)
            .min(Comparator.comparing(LoadPlan::created));
    plan.ifPresent(it -> ranges.values().removeIf(offset -> !RangeOffset.isOf(it, offset)));
    return new StoredLoad(plan, Map.copyOf(ranges));
  }

  /** Whether the stored ranges were read by another plan. */
  boolean contradicts(LoadPlan other) {
    return plan.filter(it -> !it.equals(other)).isPresent();
  }

  /** Offset of a range; empty when it has not begun. */
  Map<String, ?> range(int range) {
    return Optional.<Map<String, ?>>ofNullable(ranges.get(range)).orElseGet(Map::of);
  }
}
