package io.syncline.streams.quality;

import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Rejection;
import io.syncline.schemas.Violation;
import java.util.ArrayList;
import java.util.List;

/**
 * What quality says of a record.
 *
 * @param violations every broken rule, mapping's first; empty when the record passes
 */
record Verdict(MappedRecord record, List<Violation> violations) {

  static Verdict of(MappedRecord record) {
    var violations = new ArrayList<>(record.getViolations());
    // What could not be mapped has only the reasons why; rules would add their consequences.
    if (violations.isEmpty()) {
      record.getFields().ifPresent(fields -> violations.addAll(EntityRules.check(fields)));
    }
    return new Verdict(record, violations);
  }

  boolean passes() {
    return violations.isEmpty();
  }

  /** The record without the bytes it came in, which nobody downstream needs. */
  MappedRecord passed() {
    record.setOrigin(null);
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
