package io.syncline.connect.jdbc.source.reading.increment;

import java.util.Map;
import java.util.Optional;

/**
 * Cut through the history of a table, between transactions that have ended and those that may not.
 *
 * @param transaction first one behind the cut
 * @param floor value of the first ordering column that every row behind the cut reaches; empty when
 *     that is not known, and any row may be behind it
 */
record Edge(long transaction, Optional<String> floor) {
  private static final String TRANSACTION = ".transaction";
  private static final String FLOOR = ".floor";

  void toOffset(String role, Map<String, String> offset) {
    offset.put(role + TRANSACTION, Long.toString(transaction));
    floor.ifPresent(value -> offset.put(role + FLOOR, value));
  }

  static Optional<Edge> fromOffset(String role, Map<String, ?> offset) {
    return Optional.ofNullable(offset.get(role + TRANSACTION))
        .map(
            transaction ->
                new Edge(
                    Long.parseLong(transaction.toString()),
                    Optional.ofNullable(offset.get(role + FLOOR)).map(Object::toString)));
  }
}
