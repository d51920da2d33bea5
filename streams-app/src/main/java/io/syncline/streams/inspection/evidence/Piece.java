package io.syncline.streams.inspection.evidence;

import io.syncline.schemas.Link;
import io.syncline.schemas.NodeReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One piece of evidence that records are the same.
 *
 * @param evidence match key, or that it is a person's word
 * @param nodes two, or all that have the key where that is enough
 */
record Piece(String evidence, double strength, SortedSet<String> nodes) {

  private static final char AFTER_RULE = '/';
  private static final Comparator<Piece> STRONGEST_FIRST =
      Comparator.<Piece>comparingDouble(piece -> -piece.strength)
          .thenComparing(Piece::evidence)
          .thenComparing(piece -> String.join(" ", piece.nodes));

  /** What tells one piece from another: of a shared one all links are the same. */
  private record Name(String evidence, Set<String> pair) {}

  /**
   * All that some nodes say of themselves, the strongest first; what says "not the same" is none.
   */
  static List<Piece> of(Collection<NodeReport> reports) {
    Map<Name, Piece> pieces = new HashMap<>();
    for (var report : reports) {
      for (var link : report.getLinks()) {
        if (isSame(link)) {
          add(report.getNode().getNode(), link, pieces);
        }
      }
    }
    var sorted = new ArrayList<>(pieces.values());
    sorted.sort(STRONGEST_FIRST);
    return sorted;
  }

  private static void add(String node, Link link, Map<Name, Piece> pieces) {
    var pair = Set.of(node, link.getOther().getNode());
    var name = new Name(link.getEvidence(), link.getShared() ? Set.of() : pair);
    pieces
        .computeIfAbsent(
            name, it -> new Piece(link.getEvidence(), link.getStrength(), new TreeSet<>()))
        .nodes
        .addAll(pair);
  }

  /** Whether a link says that two nodes are the same. */
  static boolean isSame(Link link) {
    return link.getStrength() >= 0;
  }

  boolean isOfPerson() {
    return evidence.indexOf(AFTER_RULE) < 0;
  }

  /** Name of the match rule; the word for a person where one said so. */
  String rule() {
    return isOfPerson() ? evidence : evidence.substring(0, evidence.indexOf(AFTER_RULE));
  }

  /** The values that the records share; empty where a person said so. */
  Optional<String> shared() {
    return isOfPerson()
        ? Optional.empty()
        : Optional.of(evidence.substring(evidence.indexOf(AFTER_RULE) + 1));
  }
}
