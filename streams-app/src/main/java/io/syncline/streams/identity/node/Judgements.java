package io.syncline.streams.identity.node;

import io.syncline.schemas.Judgement;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Whether all nodes of a partition have been judged by the match rules that hold, so that a start
 * need not look at each of them.
 */
final class Judgements {
  private final KeyValueStore<String, Judgement> store;
  private final String partition;
  private final String rules;
  private boolean inUse;

  /**
   * @param rules the rules that hold
   */
  Judgements(KeyValueStore<String, Judgement> store, int partition, String rules) {
    this.store = store;
    this.partition = Integer.toString(partition);
    this.rules = rules;
  }

  boolean areByTheseRules() {
    var judged = store.get(partition);
    return judged != null && judged.getRules().equals(rules);
  }

  /**
   * These rules are about to be used: should the earlier ones come back before every node has been
   * judged, the nodes are judged again.
   */
  void use() {
    if (!inUse && !areByTheseRules()) {
      store.delete(partition);
    }
    inUse = true;
  }

  /** Every node has been judged by these rules. */
  void complete() {
    store.put(partition, new Judgement(rules));
  }
}
