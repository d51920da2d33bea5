package io.syncline.streams.inspection.evidence;

import io.syncline.schemas.Entity;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.NodeReport;
import io.syncline.schemas.SourceKeys;
import io.syncline.streams.inspection.evidence.EvidenceView.ReasonView;
import io.syncline.streams.inspection.evidence.MatchLimits.Disagreement;
import io.syncline.streams.inspection.identity.DecisionView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands against two clusters being one.
 *
 * @param firm holds against all evidence
 * @param veto holds against all but a person's word
 */
record Opposition(List<ReasonView> firm, Optional<ReasonView> veto) {

  private static final ReasonView PENDING =
      ReasonView.of(
          "pending", "nothing stands against it any more: records or rules have just changed");

  /**
   * @param said what a person said of two records, given in order of their texts
   */
  static Opposition of(
      Entity entity,
      List<NodeReport> ones,
      List<NodeReport> others,
      MatchLimits limits,
      BiFunction<String, String, Optional<DecisionView>> said) {
    var most = limits.maxCluster(entity);
    var together = ones.size() + others.size();
    var tooMany =
        Stream.of(together)
            .filter(size -> size > most)
            .map(
                size ->
                    ReasonView.of(
                        "max-cluster",
                        "they would be %d records; 'max_cluster' allows %d".formatted(size, most)));
    return new Opposition(
        Stream.concat(notTheSame(ones, others, said), tooMany).toList(),
        limits.veto(records(ones), records(others)).map(Opposition::veto));
  }

  /** Everything that stands against a piece of evidence; at least one reason. */
  List<ReasonView> reasons(Piece piece) {
    var reasons =
        Stream.concat(firm.stream(), veto.stream().filter(it -> !piece.isOfPerson())).toList();
    return reasons.isEmpty() ? List.of(PENDING) : reasons;
  }

  private static Stream<ReasonView> notTheSame(
      List<NodeReport> ones,
      List<NodeReport> others,
      BiFunction<String, String, Optional<DecisionView>> said) {
    var names = others.stream().map(Opposition::name).collect(Collectors.toSet());
    return ones.stream()
        .flatMap(
            report ->
                apart(report, names).stream()
                    .map(other -> new TreeSet<>(Set.of(name(report), other)))
                    .map(
                        pair ->
                            new ReasonView(
                                "not-the-same",
                                "a person said that %s and %s are not the same"
                                    .formatted(pair.first(), pair.last()),
                                said.apply(pair.first(), pair.last()).orElse(null))));
  }

  /** Those of some nodes that a node is not the same as, by a person's word. */
  private static Set<String> apart(NodeReport report, Set<String> others) {
    return report.getLinks().stream()
        .filter(link -> !Piece.isSame(link))
        .map(link -> link.getOther().getNode())
        .filter(others::contains)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static ReasonView veto(Disagreement veto) {
    return ReasonView.of(
        "veto",
        "%s and %s disagree in %s"
            .formatted(
                SourceKeys.text(veto.one().getSource()),
                SourceKeys.text(veto.other().getSource()),
                veto.values().stream().collect(Collectors.joining("', '", "'", "'"))));
  }

  private static List<MappedRecord> records(List<NodeReport> reports) {
    return reports.stream().flatMap(report -> report.getRecord().stream()).toList();
  }

  private static String name(NodeReport report) {
    return report.getNode().getNode();
  }
}
