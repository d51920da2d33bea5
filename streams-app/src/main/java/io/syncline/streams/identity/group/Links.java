package io.syncline.streams.identity.group;

import io.syncline.schemas.Link;
import io.syncline.schemas.LinkChange;
import io.syncline.schemas.NodeReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The links of a node. */
public final class Links {
  private static final Comparator<Link> ORDER =
      Comparator.comparing(Link::getEvidence).thenComparing(link -> link.getOther().getNode());

  private Links() {}

  /** A link is known by its evidence and the other node. False when it was so already. */
  public static boolean apply(NodeReport report, LinkChange change) {
    var links = new ArrayList<>(report.getLinks());
    var place = Collections.binarySearch(links, change.getLink(), ORDER);
    var before = place < 0 ? Optional.<Link>empty() : Optional.of(links.remove(place));
    var now = change.getGone() ? Optional.<Link>empty() : Optional.of(change.getLink());
    if (before.equals(now)) {
      return false;
    }
    now.ifPresent(link -> links.add(place < 0 ? -place - 1 : place, link));
    report.setLinks(links);
    return true;
  }

  /** Whether a link says that two nodes are the same. */
  public static boolean isSame(Link link) {
    return link.getStrength() >= 0;
  }

  /** The nodes that a node is the same as, by its links. */
  public static Stream<String> sameNodes(NodeReport report) {
    return report.getLinks().stream().filter(Links::isSame).map(link -> link.getOther().getNode());
  }

  /** Whether a node has a link which says that it is the same as another. */
  public static boolean isSame(NodeReport report, String other) {
    return sameNodes(report).anyMatch(other::equals);
  }
}
