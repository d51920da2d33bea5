package io.syncline.connect.jdbc.source.reading.increment;

import java.util.Map;
import java.util.Optional;

/**
 * Part of a table's history that one run through the table reads: what was written behind the first
 * cut and before the second.
 *
 * @param after empty for the first run, which reads all there is
 */
record Cycle(Optional<Edge> after, Edge until) {
  private static final String AFTER = "after";
  private static final String UNTIL = "until";

  boolean isEmpty() {
    return after.filter(edge -> edge.transaction() == until.transaction()).isPresent();
  }

  void toOffset(Map<String, String> offset) {
    after.ifPresent(edge -> edge.toOffset(AFTER, offset));
    until.toOffset(UNTIL, offset);
  }

  static Optional<Cycle> fromOffset(Map<String, ?> offset) {
    return Edge.fromOffset(UNTIL, offset)
        .map(until -> new Cycle(Edge.fromOffset(AFTER, offset), until));
  }
}
