package io.syncline.streams.identity.group;

import io.syncline.schemas.NodeReport;
import java.util.Comparator;

/**
 * Order of nodes by age: total, so that of any two one is the older.
 *
 * @param birth milliseconds since 1970, UTC
 */
public record Age(long birth, String node) implements Comparable<Age> {
  private static final Comparator<Age> ORDER =
      Comparator.comparingLong(Age::birth).thenComparing(Age::node);

  /** Of the node: never changes. */
  public static Age of(NodeReport report) {
    return new Age(report.getBirth(), report.getNode().getNode());
  }

  /** Of the record: the same whatever the order in which its versions came. */
  public static Age ofRecord(NodeReport report) {
    return new Age(report.getFirstVersion(), report.getNode().getNode());
  }

  public boolean isOlderThan(Age other) {
    return compareTo(other) < 0;
  }

  @Override
  public int compareTo(Age other) {
    return ORDER.compare(this, other);
  }
}
