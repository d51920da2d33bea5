package io.syncline.streams.canonical;

import io.syncline.schemas.Cluster;
import io.syncline.streams.kafka.Store;
import io.syncline.streams.survivorship.SurvivorshipRules;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Merges each cluster to its canonical record; forwards it when it changed, or its tombstone. */
final class MergeClusterProcessor<V extends SpecificRecord>
    extends ContextualProcessor<String, Cluster, String, V> {

  private final Store<V> store;
  private final Survivorship<V> survivorship;
  private KeyValueStore<String, V> merged;

  MergeClusterProcessor(Store<V> store, SurvivorshipRules rules) {
    this.store = store;
    this.survivorship = new Survivorship<>(store.type(), rules);
  }

  @Override
  public void init(ProcessorContext<String, V> context) {
    super.init(context);
    merged = store.in(context);
  }

  @Override
  public void process(Record<String, Cluster> record) {
    var previous = Optional.ofNullable(merged.get(record.key()));
    if (record.value().getMembers().isEmpty()) {
      previous.ifPresent(
          gone -> {
            merged.delete(record.key());
            context().forward(record.withValue(null));
          });
      return;
    }
    Revision.next(previous, survivorship.merge(record.value()), context().currentSystemTimeMs())
        .ifPresent(
            next -> {
              merged.put(record.key(), next);
              context().forward(record.withValue(next));
            });
  }
}
