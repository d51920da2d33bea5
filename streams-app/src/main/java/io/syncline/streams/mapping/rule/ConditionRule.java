package io.syncline.streams.mapping.rule;

import io.syncline.streams.rule.FieldValues;
import io.syncline.streams.rule.Rule;
import io.syncline.streams.rule.Severity;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * A rule over several fields.
 *
 * @param condition what is true of a right record
 * @param message what is wrong and what would mend it
 */
record ConditionRule(
    String name, Optional<String> field, Severity severity, Condition condition, String message)
    implements Rule {

  /** A rule that cannot be asked is broken: nobody else would ever learn of it. */
  private static final String UNDECIDED =
      "cannot be judged, the rule's 'check' fails for this record: guard it where a field may be"
          + " empty, for instance with phone == null ||";

  @Override
  public boolean isOverSeveralFields() {
    return true;
  }

  @Override
  public Optional<String> complaint(SpecificRecord fields) {
    var holds = condition.test(FieldValues.all(fields));
    if (holds.isEmpty()) {
      return Optional.of(UNDECIDED);
    }
    return holds.get() ? Optional.empty() : Optional.of(message);
  }
}
