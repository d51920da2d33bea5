package io.syncline.local.bench.identity.cluster;

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
public record Clustering(
    List<Integer> clusters, List<Edge> edges, long comparisons, int muted, long refused) {

  public Clustering {
    clusters = List.copyOf(clusters);
    edges = List.copyOf(edges);
  }

  /** The same evidence, and clusters that were found otherwise. */
  public Clustering withClusters(List<Integer> others) {
    return new Clustering(others, edges, comparisons, muted, refused);
  }

  /** Whether two records, by their places, are in one cluster. */
  public boolean joins(int first, int second) {
    return clusters.get(first).equals(clusters.get(second));
  }
}
