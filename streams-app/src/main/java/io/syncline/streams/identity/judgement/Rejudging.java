package io.syncline.streams.identity.judgement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * One walk through all entries of a partition, some at a time, so that what flows meanwhile does
 * not wait: match rules are others than when the entries were last judged.
 */
final class Rejudging<V> implements Punctuator {
  private static final int ENTRIES_AT_A_TIME = 200;

  private final KeyValueStore<String, V> entries;
  private final Judgements judgements;
  private final BiConsumer<String, V> judge;
  private String next = "";
  private @Nullable Cancellable schedule;

  /**
   * @param judge takes each entry
   */
  Rejudging(KeyValueStore<String, V> entries, Judgements judgements, BiConsumer<String, V> judge) {
    this.entries = entries;
    this.judgements = judgements;
    this.judge = judge;
  }

  /** What ends the walk. */
  void isScheduledBy(Cancellable schedule) {
    this.schedule = schedule;
  }

  @Override
  public void punctuate(long timestamp) {
    judgements.use();
    var some = someEntries();
    some.forEach(entry -> judge.accept(entry.key, entry.value));
    if (some.size() < ENTRIES_AT_A_TIME) {
      judgements.complete();
      Optional.ofNullable(schedule).ifPresent(Cancellable::cancel);
    }
  }

  /** Read before any is written: what is written shall not come again. */
  private List<KeyValue<String, V>> someEntries() {
    var some = new ArrayList<KeyValue<String, V>>();
    try (var rest = entries.range(next, null)) {
      while (some.size() < ENTRIES_AT_A_TIME && rest.hasNext()) {
        var entry = rest.next();
        some.add(entry);
        next = entry.key + '\u0000';
      }
    }
    return some;
  }
}
