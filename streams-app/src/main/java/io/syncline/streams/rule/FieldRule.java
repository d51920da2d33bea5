package io.syncline.streams.rule;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;

/**
 * A rule over one field.
 *
 * @param onField canonical field it judges; an attribute is `attributes.` and its name
 * @param holds whether a value is right; an empty field is asked about only by `required`
 * @param message what is wrong and what would mend it
 */
public record FieldRule(
    String name,
    String onField,
    Severity severity,
    Predicate<Optional<Object>> holds,
    String message)
    implements Rule {

  private static final String REQUIRED = "required";

  /** The field has a value. */
  public static FieldRule required(String field) {
    return required(REQUIRED, field, Severity.REJECT);
  }

  /** The field has a value. */
  public static FieldRule required(String name, String field, Severity severity) {
    return new FieldRule(
        name,
        field,
        severity,
        Optional::isPresent,
        "is empty: fill it in the source, or map another column");
  }

  /** The field's value, where it has one, is right. */
  public static FieldRule where(
      String name, String field, Severity severity, Predicate<Object> right, String message) {
    return new FieldRule(
        name, field, severity, value -> value.isEmpty() || right.test(value.get()), message);
  }

  /** The field has this form. */
  public static FieldRule format(Format format, String field) {
    return where(
        format.word(),
        field,
        Severity.REJECT,
        value -> format.fits(value.toString()),
        format.complaint());
  }

  /** The field is not below zero. */
  public static FieldRule notNegative(String field) {
    return where(
        "not-negative",
        field,
        Severity.REJECT,
        value -> ((BigDecimal) value).signum() >= 0,
        "is negative: correct it in the source");
  }

  /** The field is between zero and one. */
  public static FieldRule fraction(String field) {
    return where(
        "fraction",
        field,
        Severity.REJECT,
        value ->
            ((BigDecimal) value).signum() >= 0
                && ((BigDecimal) value).compareTo(BigDecimal.ONE) <= 0,
        "is not between 0 and 1: divide a percentage by 100 in the mapping");
  }

  /** The same rule with another message. */
  public FieldRule saying(String other) {
    return new FieldRule(name, onField, severity, holds, other);
  }

  @Override
  public Optional<String> field() {
    return Optional.of(onField);
  }

  @Override
  public Optional<String> complaint(SpecificRecord fields) {
    return holds.test(FieldValues.of(fields, onField)) ? Optional.empty() : Optional.of(message);
  }
}
