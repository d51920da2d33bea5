package io.syncline.connect.jdbc.source.reading.load;

import java.util.Map;
import java.util.Optional;

/** Offset of a range, beside the place that it has reached. */
final class RangeOffset {
  private static final String PLAN = "plan";
  private static final String ROWS = "rows";
  private static final String DONE = "done";

  private RangeOffset() {}

  /**
   * @param rows of the range that were read
   */
  static void put(Map<String, String> offset, String plan, long rows) {
    offset.put(PLAN, plan);
    offset.put(ROWS, Long.toString(rows));
  }

  static void putDone(Map<String, String> offset) {
    offset.put(DONE, "true");
  }

  static Optional<String> plan(Map<String, ?> offset) {
    return Optional.ofNullable(offset.get(PLAN)).map(Object::toString);
  }

  static boolean isOf(LoadPlan plan, Map<String, ?> offset) {
    return plan(offset).filter(PlanText.of(plan)::equals).isPresent();
  }

  static long rows(Map<String, ?> offset) {
    return Optional.ofNullable(offset.get(ROWS))
        .map(it -> Long.parseLong(it.toString()))
        .orElse(0L);
  }

  /** Whether this is the offset of the range's last record. */
  static boolean isDone(Map<String, ?> offset) {
    return offset.containsKey(DONE);
  }
}
