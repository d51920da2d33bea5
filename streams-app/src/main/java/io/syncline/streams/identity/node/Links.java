package io.syncline.streams.identity.node;

import io.syncline.schemas.Link;
import io.syncline.schemas.LinkChange;
import io.syncline.schemas.NodeReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.stream.Stream;

/** The links of a node. */
final class Links {
  private static final Comparator<Link> ORDER =
      Comparator.comparing(Link::getEvidence).thenComparing(link -> link.getOther().getNode());

  private Links() {}

  /** A link is known by its evidence and the other node. False when it was so already. */
  static boolean apply(NodeReport report, LinkChange change) {
    var links = new ArrayList<>(report.getLinks());
    links.removeIf(link -> ORDER.compare(link, change.getLink()) == 0);
    if (!change.getGone()) {
      links.add(change.getLink());
      links.sort(ORDER);
    }
    var isOther = !links.equals(report.getLinks());
    report.setLinks(links);
    return isOther;
  }

  /** The links which say that a node is the same as another. */
  static Stream<Link> same(NodeReport report) {
    return report.getLinks().stream().filter(link -> link.getStrength() >= 0);
  }

  /** The nodes that a node is the same as, by its links. */
  static Stream<String> sameNodes(NodeReport report) {
    return same(report).map(link -> link.getOther().getNode());
  }

  /** Whether a node has a link which says that it is the same as another. */
  static boolean isSame(NodeReport report, String other) {
    return sameNodes(report).anyMatch(other::equals);
  }
}
