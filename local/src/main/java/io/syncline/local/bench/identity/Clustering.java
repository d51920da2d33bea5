package io.syncline.local.bench.identity;

import java.util.List;

/**
 * Clusters that were found.
 *
 * @param clusters number of the cluster of each record, record by record
 * @param edges all evidence
 * @param comparisons pairs that were compared, once for each rule
 * @param muted keys that too many records share
 * @param refused joins that a veto or the greatest size of a cluster forbade
 */
record Clustering(
    List<Integer> clusters, List<Edge> edges, long comparisons, int muted, long refused) {

  Clustering {
    clusters = List.copyOf(clusters);
    edges = List.copyOf(edges);
  }

  boolean joins(int first, int second) {
    return clusters.get(first).equals(clusters.get(second));
  }
}
