package io.syncline.streams.canonical;

import io.syncline.schemas.Alteration;
import io.syncline.schemas.Cluster;
import io.syncline.schemas.CommonFields;
import io.syncline.streams.canonical.history.AlterationRule;
import io.syncline.streams.canonical.history.History;
import io.syncline.streams.canonical.revision.Revision;
import io.syncline.streams.canonical.revision.TakenBack;
import io.syncline.streams.kafka.Store;
import io.syncline.streams.survivorship.SurvivorshipRules;
import java.time.Duration;
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
  private final Store<Alteration> alterations;
  private final Duration retention;
  private final Survivorship<V> survivorship;
  private final TakenBack takenBack = new TakenBack();
  private KeyValueStore<String, V> merged;
  private History<Alteration> history;

  /**
   * @param alterations store of their changes
   * @param retention how long changes are kept
   */
  MergeClusterProcessor(
      Store<V> store, Store<Alteration> alterations, SurvivorshipRules rules, Duration retention) {
    this.store = store;
    this.alterations = alterations;
    this.retention = retention;
    this.survivorship = new Survivorship<>(store.type(), rules);
  }

  @Override
  public void init(ProcessorContext<String, V> context) {
    super.init(context);
    merged = store.in(context);
    history = new History<>(context, alterations, retention);
    history.sweepWithin(context);
  }

  @Override
  public void process(Record<String, Cluster> record) {
    var previous = Optional.ofNullable(merged.get(record.key()));
    if (record.value().getMembers().isEmpty()) {
      previous.ifPresent(
          gone -> {
            takenBack.add(gone);
            replace(previous, Optional.empty(), record);
          });
      return;
    }
    var now = context().currentSystemTimeMs();
    Revision.next(previous, survivorship.merge(record.value()), takenBack.version(), now)
        .ifPresent(next -> replace(previous, Optional.of(next), record));
  }

  private void replace(Optional<V> previous, Optional<V> next, Record<String, Cluster> cause) {
    merged.put(cause.key(), next.orElse(null));
    previous.ifPresent(before -> keep(before, next, cause));
    context().forward(cause.withValue(next.orElse(null)));
  }

  private void keep(V before, Optional<V> next, Record<String, Cluster> cause) {
    var alteration =
        AlterationRule.between(
            before,
            CommonFields.sources(before),
            next,
            cause.value().getMembers(),
            cause.timestamp(),
            context().currentSystemTimeMs());
    alteration.setMergedInto(cause.value().getRedirect().orElse(null));
    history.keep(alteration.getId(), alteration.getVersion(), alteration);
  }
}
