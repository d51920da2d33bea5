package io.syncline.streams.identity.node;

import io.syncline.schemas.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * One walk through all nodes of a task, some at a time, so that what flows meanwhile does not wait:
 * match rules are others than when the nodes were last judged.
 */
final class Rejudging implements Punctuator {
  private static final int NODES_AT_A_TIME = 200;

  private final KeyValueStore<String, Node> nodes;
  private final Judgements judgements;
  private final Consumer<Node> judge;
  private String next = "";
  private @Nullable Cancellable schedule;

  /**
   * @param judge takes each node
   */
  Rejudging(KeyValueStore<String, Node> nodes, Judgements judgements, Consumer<Node> judge) {
    this.nodes = nodes;
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
    var some = someNodes();
    some.forEach(judge);
    if (some.size() < NODES_AT_A_TIME) {
      judgements.complete();
      Optional.ofNullable(schedule).ifPresent(Cancellable::cancel);
    }
  }

  /** Read before any is written: what is written shall not come again. */
  private List<Node> someNodes() {
    var some = new ArrayList<Node>();
    try (var entries = nodes.range(next, null)) {
      while (some.size() < NODES_AT_A_TIME && entries.hasNext()) {
        var entry = entries.next();
        some.add(entry.value);
        next = entry.key + '\u0000';
      }
    }
    return some;
  }
}
