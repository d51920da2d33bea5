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
  /** More than a server can give out and lose in a crash, and less than its numbers' epoch. */
  private static final long MARGIN = 1_000_000;

  private static final String AFTER = "after";
  private static final String UNTIL = "until";

  /**
   * The cut from which the next cycle goes on.
   *
   * <p>It is drawn behind the last transaction that was read, not at the end of the cycle: a server
   * that crashes may give out anew the numbers of transactions that left nothing behind, but never
   * one as old as a row that was seen.
   *
   * @param read last transaction of which a row was read
   */
  Edge next(long read) {
    return new Edge(Math.max(read + 1, until.transaction() - MARGIN), until.floor());
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
