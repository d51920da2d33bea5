package io.syncline.streams.identity.node;

import io.syncline.schemas.NodeReport;
import java.util.Comparator;

/** Order of nodes by age: total, so that of two owners one is the older. */
record Age(long birth, String node) implements Comparable<Age> {
  private static final Comparator<Age> ORDER =
      Comparator.comparingLong(Age::birth).thenComparing(Age::node);

  static Age of(NodeReport report) {
    return new Age(report.getBirth(), report.getNode().getNode());
  }

  boolean isOlderThan(Age other) {
    return compareTo(other) < 0;
  }

  @Override
  public int compareTo(Age other) {
    return ORDER.compare(this, other);
  }
}
