package io.syncline.streams.inspection.quarantine;

import io.syncline.schemas.Quarantined;
import io.syncline.schemas.SourceKey;
import java.util.Optional;

/**
 * Which entries are meant; an empty text means any.
 *
 * @param source name of the source
 * @param entity what the records are
 * @param rule name of a rule they break
 */
record EntryFilter(String source, String entity, String rule) {

  boolean takes(Quarantined entry) {
    var rejection = entry.getRejection();
    return fits(source, rejection.getSource())
        && fits(entity, rejection.getSourceKey().map(SourceKey::getEntity))
        && (rule.isEmpty()
            || rejection.getViolations().stream()
                .anyMatch(violation -> violation.getRule().equals(rule)));
  }

  boolean takesAll() {
    return source.isEmpty() && entity.isEmpty() && rule.isEmpty();
  }

  private static boolean fits(String wanted, Optional<String> actual) {
    return wanted.isEmpty() || actual.filter(wanted::equals).isPresent();
  }
}
