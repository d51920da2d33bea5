package io.syncline.streams.quality;

import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Rejection;
import io.syncline.schemas.Violation;
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
 */
record Verdict(MappedRecord record, List<Violation> violations, List<Violation> warnings) {

  static Verdict of(MappedRecord record, RuleBook rules) {
    var verdict = new Verdict(record, new ArrayList<>(record.getViolations()), new ArrayList<>());
    // What could not be mapped has only the reasons why; rules would add their consequences.
    if (verdict.violations.isEmpty()) {
      record
          .getFields()
          .ifPresent(
              fields -> verdict.judge((SpecificRecord) fields, rules.of(record.getSource())));
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
