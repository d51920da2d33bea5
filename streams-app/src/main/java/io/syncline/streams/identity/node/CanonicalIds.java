package io.syncline.streams.identity.node;

import io.syncline.schemas.Cluster;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.NodeReport;
import io.syncline.schemas.SourceKeys;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Canonical ids: each node has one of its own, and a cluster has its oldest node's. */
final class CanonicalIds {
  private static final Comparator<MappedRecord> BY_SOURCE =
      Comparator.comparing(MappedRecord::getSource, SourceKeys.ORDER);

  private CanonicalIds() {}

  /** Name-based, so it is the same whenever and wherever it is made. */
  static String of(NodeReport report) {
    var name = report.getNode().getNode().getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(name).toString();
  }

  static List<MappedRecord> members(List<NodeReport> cluster) {
    return cluster.stream()
        .map(report -> report.getRecord().orElseThrow())
        .sorted(BY_SOURCE)
        .toList();
  }

  /**
   * @param redirect where the id leads, when it has no members
   */
  static Cluster cluster(NodeReport anchor, List<MappedRecord> members, Optional<String> redirect) {
    var entity = SourceKeys.parse(anchor.getNode().getNode()).getEntity();
    return new Cluster(of(anchor), entity, members, redirect.orElse(null));
  }
}
