package io.syncline.streams.quality;

import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Rejection;
import io.syncline.schemas.Violation;
import io.syncline.streams.rule.EntityRules;
import io.syncline.streams.rule.OtherRowsRule;
import io.syncline.streams.rule.Rule;
import io.syncline.streams.rule.RuleBook;
import io.syncline.streams.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * What quality says of a record.
 *
 * @param violations every reason to refuse it, mapping's first; empty when the record passes
 * @param warnings every broken rule that does not keep it back, in the order of the rules
 * @param withdraws whether other rows are a reason to refuse it: then no version of it stays
 */
record Verdict(
    MappedRecord record, List<Violation> violations, List<Violation> warnings, boolean withdraws) {

  static Verdict of(MappedRecord record, RuleBook rules) {
    var declared = rules.of(record.getSource());
    var byOthers =
        declared.stream()
            .filter(OtherRowsRule.class::isInstance)
            .filter(rule -> rule.severity() == Severity.REJECT)
            .flatMap(rule -> rule.judge(record).stream())
            .toList();
    var reasons = new ArrayList<>(record.getViolations());
    var verdict = new Verdict(record, reasons, new ArrayList<>(), !byOthers.isEmpty());
    // What could not be mapped has only the reasons why; rules would add their consequences.
    if (reasons.isEmpty()) {
      record.getFields().ifPresent(fields -> verdict.judge((SpecificRecord) fields, declared));
    } else {
      reasons.addAll(byOthers);
    }
    return verdict;
  }

  private void judge(SpecificRecord fields, List<Rule> declared) {
    violations.addAll(EntityRules.check(fields, declared));
    for (var rule : declared) {
      rule.judge(record)
          .ifPresent((rule.severity() == Severity.REJECT ? violations : warnings)::add);
    }
  }

  boolean passes() {
    return violations.isEmpty();
  }

  /** The record without the bytes it came in, which nobody downstream needs. */
  MappedRecord passed() {
    record.setOrigin(null);
    record.setBroken(List.of());
    record.setWarnings(warnings);
    return record;
  }

  /** What takes the place of whatever version of the record passed before. */
  MappedRecord withdrawn() {
    return withoutFields().setWithdrawn(true).build();
  }

  /** All that is said of a version in whose place another counts. */
  MappedRecord superseded() {
    return withoutFields().setSuperseded(true).build();
  }

  private MappedRecord.Builder withoutFields() {
    return MappedRecord.newBuilder()
        .setSource(record.getSource())
        .setVersion(record.getVersion())
        .setCoordinates(record.getCoordinates());
  }

  /** The record as it stood, with every reason. */
  Rejection rejection() {
    return Rejection.newBuilder()
        .setSource(record.getSource().getSource())
        .setSourceKey(record.getSource())
        .setStage(record.getViolations().isEmpty() ? "quality" : "mapping")
        .setViolations(violations)
        .setOrigin(record.getOrigin().orElseThrow())
        .build();
  }
}
