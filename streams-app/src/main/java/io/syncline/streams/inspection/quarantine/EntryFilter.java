package io.syncline.streams.inspection.quarantine;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.syncline.schemas.Quarantined;
import io.syncline.schemas.SourceKey;
import io.syncline.schemas.Violation;
import java.util.Optional;
import java.util.stream.Stream;

/** Which entries are meant, in the words of a cause; an empty text means any. */
@Introspected
record EntryFilter(
    @Parameter(description = "Name of the source; any when empty.", example = "north")
        @QueryValue(defaultValue = "")
        String source,
    @Parameter(description = "What the records are; any when empty.", example = "customer")
        @QueryValue(defaultValue = "")
        String entity,
    @Parameter(description = "Stage that refused them; any when empty.", example = "quality")
        @QueryValue(defaultValue = "")
        String stage,
    @Parameter(description = "Name of a rule they break; any when empty.", example = "email")
        @QueryValue(defaultValue = "")
        String rule,
    @Parameter(description = "Field in which they break it; any when empty.", example = "email")
        @QueryValue(defaultValue = "")
        String field,
    @Parameter(description = "What is said of that; anything when empty.")
        @QueryValue(defaultValue = "")
        String message) {

  boolean takes(Quarantined entry) {
    var rejection = entry.getRejection();
    return fits(source, rejection.getSource())
        && fits(entity, rejection.getSourceKey().map(SourceKey::getEntity))
        && fits(stage, Optional.of(rejection.getStage()))
        && rejection.getViolations().stream().anyMatch(this::takes);
  }

  /** One reason has all that is asked for, not one the rule and another one the field. */
  private boolean takes(Violation violation) {
    return fits(rule, Optional.of(violation.getRule()))
        && fits(field, violation.getField())
        && fits(message, Optional.of(violation.getMessage()));
  }

  boolean takesAll() {
    return Stream.of(source, entity, stage, rule, field, message).allMatch(String::isEmpty);
  }

  private static boolean fits(String wanted, Optional<String> actual) {
    return wanted.isEmpty() || actual.filter(wanted::equals).isPresent();
  }
}
