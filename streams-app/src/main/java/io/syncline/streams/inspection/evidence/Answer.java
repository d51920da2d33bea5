package io.syncline.streams.inspection.evidence;

import io.syncline.streams.inspection.evidence.EvidenceView.JoiningView;
import io.syncline.streams.inspection.evidence.EvidenceView.UnfollowedView;
import java.util.List;
import java.util.stream.Collectors;

/** Evidence in one sentence. */
final class Answer {

  private Answer() {}

  static String of(int members, List<JoiningView> joining, List<UnfollowedView> unfollowed) {
    return together(members, joining) + apart(unfollowed) + ".";
  }

  private static String together(int members, List<JoiningView> joining) {
    if (members == 1) {
      return "It is one source record";
    }
    return joining.isEmpty()
        ? "%d source records were one; records or rules have just changed".formatted(members)
        : "%d source records are one because of %s".formatted(members, reasons(joining));
  }

  private static String reasons(List<JoiningView> joining) {
    return joining.stream()
        .map(
            piece ->
                piece.shared() == null ? "a person's word" : "rule '%s'".formatted(piece.rule()))
        .distinct()
        .collect(Collectors.joining(" and "));
  }

  private static String apart(List<UnfollowedView> unfollowed) {
    var others = unfollowed.stream().map(UnfollowedView::otherId).distinct().count();
    return others == 0
        ? ""
        : "; evidence that would join %s is not followed"
            .formatted(others == 1 ? "another" : others + " others");
  }
}
