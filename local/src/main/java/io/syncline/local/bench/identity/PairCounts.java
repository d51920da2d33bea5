package io.syncline.local.bench.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Pairs of records, counted.
 *
 * @param found pairs that the rules call the same
 * @param right those of them that are
 * @param all pairs that are the same
 */
record PairCounts(long found, long right, long all) {

  /** Counts without naming the pairs, from the sizes of clusters and of what they share. */
  static PairCounts of(List<Integer> found, List<Integer> truth) {
    Map<Integer, Long> foundSizes = new HashMap<>();
    Map<Integer, Long> trueSizes = new HashMap<>();
    Map<List<Integer>, Long> sharedSizes = new HashMap<>();
    for (int at = 0; at < found.size(); at++) {
      foundSizes.merge(found.get(at), 1L, Long::sum);
      trueSizes.merge(truth.get(at), 1L, Long::sum);
      sharedSizes.merge(List.of(found.get(at), truth.get(at)), 1L, Long::sum);
    }
    return new PairCounts(
        pairs(foundSizes.values()), pairs(sharedSizes.values()), pairs(trueSizes.values()));
  }

  double precision() {
    return found == 0 ? 1 : (double) right / found;
  }

  double recall() {
    return all == 0 ? 1 : (double) right / all;
  }

  double f1() {
    return found + all == 0 ? 1 : 2.0 * right / (found + all);
  }

  private static long pairs(Collection<Long> sizes) {
    return sizes.stream().mapToLong(size -> size * (size - 1) / 2).sum();
  }
}
