package io.syncline.streams.runtime;

import io.syncline.schemas.Entity;
import io.syncline.schemas.MappedRecord;
import io.syncline.streams.identity.match.Features;
import io.syncline.streams.identity.match.MatchRules;
import io.syncline.streams.inspection.evidence.MatchLimits;
import java.util.List;
import java.util.Optional;

/** The limits of the match rules by which the topology runs. */
record MatchRuleLimits(MatchRules rules) implements MatchLimits {

  private record Compared(MappedRecord record, Features features) {}

  @Override
  public int maxCluster(Entity entity) {
    return rules.maxCluster(entity);
  }

  @Override
  public Optional<Disagreement> veto(List<MappedRecord> some, List<MappedRecord> others) {
    var compared = compared(others);
    return compared(some).stream()
        .flatMap(
            one ->
                compared.stream()
                    .filter(other -> rules.vetoed(one.features(), other.features()))
                    .map(other -> disagreement(one, other)))
        .findFirst();
  }

  private List<Compared> compared(List<MappedRecord> records) {
    return records.stream().map(record -> new Compared(record, rules.features(record))).toList();
  }

  private Disagreement disagreement(Compared one, Compared other) {
    return new Disagreement(
        one.record(), other.record(), rules.disagreements(one.features(), other.features()));
  }
}
