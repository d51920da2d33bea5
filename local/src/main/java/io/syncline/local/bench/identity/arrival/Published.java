package io.syncline.local.bench.identity.arrival;

import io.syncline.schemas.Cluster;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What nodes have published last: cross-references, and clusters that have members. */
final class Published {

  private final Map<String, String> references = new TreeMap<>();
  private final Map<String, Cluster> clusters = new TreeMap<>();

  void reference(String record, Optional<String> canonicalId) {
    canonicalId.ifPresentOrElse(id -> references.put(record, id), () -> references.remove(record));
  }

  void cluster(Cluster cluster) {
    if (cluster.getMembers().isEmpty()) {
      clusters.remove(cluster.getId());
    } else {
      clusters.put(cluster.getId(), cluster);
    }
  }

  /** Canonical ids by source record, as text. */
  Map<String, String> references() {
    return references;
  }

  Collection<Cluster> clusters() {
    return clusters.values();
  }
}
