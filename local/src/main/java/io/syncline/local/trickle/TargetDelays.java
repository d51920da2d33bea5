package io.syncline.local.trickle;

import java.util.List;

/**
 * Time from the commit in a source to the row in one target.
 *
 * @param seen changes that arrived
 * @param missing changes that did not arrive in time, or of which no arrival could be told
 * @param p50 median of the delays in milliseconds; NaN where nothing arrived
 * @param p99 delay in milliseconds that 99 of 100 changes did not exceed
 * @param max longest delay in milliseconds
 */
public record TargetDelays(
    String target, int seen, List<String> missing, double p50, double p99, double max) {

  static TargetDelays of(String target, List<Double> delays, List<String> missing) {
    List<Double> sorted = delays.stream().sorted().toList();
    return new TargetDelays(
        target,
        sorted.size(),
        List.copyOf(missing),
        rank(sorted, 0.5),
        rank(sorted, 0.99),
        rank(sorted, 1));
  }

  /** Nearest rank: the smallest delay that at least this share of all did not exceed. */
  private static double rank(List<Double> sorted, double share) {
    return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }
}
