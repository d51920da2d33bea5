package io.syncline.streams.quality;

import io.syncline.schemas.Duplicates;
import io.syncline.schemas.SourceKey;
import io.syncline.streams.kafka.StoreCatalogue;
import io.syncline.streams.kafka.Tallies;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Counts the records that one source has of the same customer or product, beyond the first. Only
 * those canonical ids are remembered that have any.
 */
final class CountDuplicatesProcessor<V extends SpecificRecord>
    extends ContextualProcessor<String, V, Void, Void> {

  private final String entity;
  private final Function<V, List<SourceKey>> sources;
  private KeyValueStore<String, Duplicates> duplicates;
  private Tallies tallies;

  CountDuplicatesProcessor(String entity, Function<V, List<SourceKey>> sources) {
    this.entity = entity;
    this.sources = sources;
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    super.init(context);
    duplicates = StoreCatalogue.QUALITY_DUPLICATE.in(context);
    tallies = new Tallies(StoreCatalogue.QUALITY_DUPLICATE_TALLY, context);
  }

  @Override
  public void process(Record<String, V> record) {
    var known = duplicates.get(record.key());
    var before = known == null ? Map.<String, Long>of() : known.getBySource();
    var after = record.value() == null ? Map.<String, Long>of() : count(record.value());
    if (after.equals(before)) {
      return;
    }
    duplicates.put(record.key(), after.isEmpty() ? null : new Duplicates(after));
    var touched = new HashSet<>(before.keySet());
    touched.addAll(after.keySet());
    touched.forEach(
        source ->
            tallies.add(
                source, entity, after.getOrDefault(source, 0L) - before.getOrDefault(source, 0L)));
  }

  private Map<String, Long> count(V record) {
    var counts =
        new HashMap<>(
            sources.apply(record).stream()
                .collect(Collectors.groupingBy(SourceKey::getSource, Collectors.counting())));
    counts.replaceAll((source, count) -> count - 1);
    counts.values().removeIf(count -> count == 0);
    return counts;
  }
}
