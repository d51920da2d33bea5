package io.syncline.streams.identity.judgement;

import io.syncline.schemas.Judgement;
import io.syncline.streams.identity.match.MatchRules;
import io.syncline.streams.kafka.Store;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Whether all that a partition keeps has been judged by the match rules that hold, so that a start
 * need not look at each entry.
 */
public final class Judgements {
  private static final Duration BETWEEN_STEPS = Duration.ofMillis(100);

  private final ProcessorContext<?, ?> context;
  private final KeyValueStore<String, Judgement> store;
  private final String partition;
  private final String rules;
  private boolean inUse;

  /**
   * @param store where it is remembered
   * @param rules the rules that hold
   */
  public Judgements(ProcessorContext<?, ?> context, Store<Judgement> store, MatchRules rules) {
    this.context = context;
    this.store = store.in(context);
    this.partition = Integer.toString(context.taskId().partition());
    this.rules = rules.fingerprint();
  }

  /**
   * Gives every entry to be judged, some at a time, where they were judged by other rules.
   *
   * @param judge takes the key and the value of each entry; may change the entry
   */
  public <V> void renew(KeyValueStore<String, V> entries, BiConsumer<String, V> judge) {
    if (!areByTheseRules()) {
      var walk = new Rejudging<>(entries, this, judge);
      walk.isScheduledBy(context.schedule(BETWEEN_STEPS, PunctuationType.WALL_CLOCK_TIME, walk));
    }
  }

  private boolean areByTheseRules() {
    var judged = store.get(partition);
    return judged != null && judged.getRules().equals(rules);
  }

  /**
   * These rules are about to be used: should the earlier ones come back before all has been judged,
   * all is judged again.
   */
  public void use() {
    if (!inUse && !areByTheseRules()) {
      store.delete(partition);
    }
    inUse = true;
  }

  /** All has been judged by these rules. */
  void complete() {
    store.put(partition, new Judgement(rules));
  }
}
