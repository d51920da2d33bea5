package io.syncline.streams.quality;

import io.syncline.schemas.Violation;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/**
 * A rule over one field.
 *
 * @param name name of the rule
 * @param field canonical field it judges
 * @param holds whether a value is right; asked only when there is one, unless the rule is
 *     `required`
 * @param message what is wrong and what would mend it
 */
record FieldRule(String name, String field, Predicate<Object> holds, String message) {

  private static final String REQUIRED = "required";

  /**
   * An address that mail could be sent to: one @, no white space, a dot in the domain. Stricter
   * patterns refuse real addresses.
   */
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+");

  /** RFC 5321; also what keeps the pattern from running deep. */
  private static final int LONGEST_EMAIL = 254;

  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  static FieldRule required(String field) {
    return new FieldRule(
        REQUIRED, field, value -> true, "is empty: fill it in the source, or map another column");
  }

  static FieldRule email(String field) {
    return new FieldRule(
        "email",
        field,
        value ->
            value.toString().length() <= LONGEST_EMAIL && EMAIL.matcher(value.toString()).matches(),
        "is no e-mail address: correct it in the source");
  }

  static FieldRule currency(String field) {
    return new FieldRule(
        "currency",
        field,
        value -> CURRENCIES.contains(value.toString()),
        "is no ISO 4217 code: map it to one, such as EUR");
  }

  static FieldRule notNegative(String field) {
    return new FieldRule(
        "not-negative",
        field,
        value -> ((BigDecimal) value).signum() >= 0,
        "is negative: correct it in the source");
  }

  static FieldRule fraction(String field) {
    return new FieldRule(
        "fraction",
        field,
        value ->
            ((BigDecimal) value).signum() >= 0
                && ((BigDecimal) value).compareTo(BigDecimal.ONE) <= 0,
        "is not between 0 and 1: divide a percentage by 100 in the mapping");
  }

  /** The violation, when a record breaks the rule. */
  Optional<Violation> check(SpecificRecord fields) {
    var value = fields.get(fields.getSchema().getField(field).pos());
    var broken = value == null ? name.equals(REQUIRED) : !holds.test(value);
    return broken ? Optional.of(new Violation(name, field, message)) : Optional.empty();
  }
}
