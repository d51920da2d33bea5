package io.syncline.streams.mapping;

import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Violation;
import io.syncline.streams.mapping.expression.Expression;
import io.syncline.streams.mapping.join.Joins;
import io.syncline.streams.rule.EntityRules;
import io.syncline.streams.rule.FieldValues;
import io.syncline.streams.rule.Rule;
import io.syncline.streams.rule.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finder of what is wrong with a record whatever is joined to its row. Where that cannot be told, a
 * joined row may be to blame, and may mend it.
 */
final class OwnFaults {

  private final Set<String> joinedFields;
  private final List<Rule> declared;
  private final Set<String> overSeveralFields;

  /**
   * @param lines what fills each field, by the names that rules have for them
   * @param rules all that are declared
   */
  OwnFaults(Joins joins, Map<String, Expression> lines, List<Rule> rules) {
    this.joinedFields =
        lines.keySet().stream()
            .filter(name -> !joins.askedBy(lines.get(name)).isEmpty())
            .collect(Collectors.toSet());
    this.declared = rules;
    this.overSeveralFields =
        rules.stream()
            .filter(Rule::isOverSeveralFields)
            .map(Rule::name)
            .collect(Collectors.toSet());
  }

  /** Whether a record has any. */
  boolean areIn(MappedRecord mapped) {
    return violations(mapped).anyMatch(this::isOwn);
  }

  private Stream<Violation> violations(MappedRecord mapped) {
    return Stream.concat(
        mapped.getViolations().stream(),
        mapped.getFields().stream()
            .flatMap(
                fields ->
                    Stream.concat(EntityRules.check(fields, declared).stream(), refusing(mapped))));
  }

  private Stream<Violation> refusing(MappedRecord mapped) {
    return declared.stream()
        .filter(rule -> rule.severity() == Severity.REJECT)
        .flatMap(rule -> rule.judge(mapped).stream());
  }

  private boolean isOwn(Violation violation) {
    var rule = violation.getRule();
    if (rule.equals(Joins.VIOLATION)) {
      return false;
    }
    if (overSeveralFields.contains(rule) || EntityRules.areOverSeveralFields(rule)) {
      return joinedFields.isEmpty();
    }
    // Mapping names an attribute without what it begins with in rules.
    return violation
        .getField()
        .filter(
            field ->
                joinedFields.contains(field)
                    || joinedFields.contains(FieldValues.ATTRIBUTE + field))
        .isEmpty();
  }
}
