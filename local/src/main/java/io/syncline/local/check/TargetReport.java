package io.syncline.local.check;

import java.math.BigDecimal;
import java.util.List;

/**
 * Expected against actual in one target.
 *
 * @param differing how many source rows the target does not show as it should
 * @param first the first few of these rows
 */
public record TargetReport(
    String target, List<Count> counts, int differing, List<Difference> first) {

  /** Number of rows or sum of money. */
  public record Count(String what, BigDecimal expected, BigDecimal actual) {

    public boolean equal() {
      return expected.compareTo(actual) == 0;
    }
  }

  /** Source row that the target does not show as it should. */
  public record Difference(String table, SourceKey key, String expected, String actual) {

    @Override
    public String toString() {
      return "%s of %s: expected %s, found %s".formatted(table, key, expected, actual);
    }
  }

  public boolean equal() {
    return differing == 0 && counts.stream().allMatch(Count::equal);
  }
}
