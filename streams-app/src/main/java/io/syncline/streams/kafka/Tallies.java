package io.syncline.streams.kafka;

import io.syncline.schemas.Tally;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** Counts of one partition; every partition has its own, and a reader sums them. */
public final class Tallies {

  private final KeyValueStore<String, Tally> store;
  private final int partition;

  public Tallies(Store<Tally> store, ProcessorContext<?, ?> context) {
    this.store = store.in(context);
    this.partition = context.taskId().partition();
  }

  /** Counts more, or less, of something of a source. */
  public void add(String source, String subject, long change) {
    if (change == 0) {
      return;
    }
    var key = partition + "/" + source + "/" + subject;
    var known = store.get(key);
    var count = (known == null ? 0 : known.getCount()) + change;
    store.put(key, count == 0 ? null : new Tally(source, subject, count));
  }
}
