package io.syncline.streams.rule;

import io.syncline.schemas.CustomerFields;
import io.syncline.schemas.OrderFields;
import io.syncline.schemas.OrderLineFields;
import io.syncline.schemas.ProductFields;
import io.syncline.schemas.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/**
 * The rules that hold for every source, unless it declares a rule of the same name on the same
 * field. Those without which an order could not be put together hold in any case.
 */
public final class EntityRules {

  private static final Map<Class<?>, List<FieldRule>> RULES =
      Map.of(
          CustomerFields.class,
          List.of(FieldRule.format(Format.EMAIL, "email")),
          ProductFields.class,
          List.of(
              FieldRule.required("name"),
              FieldRule.notNegative("unit_price"),
              FieldRule.format(Format.CURRENCY, "currency")),
          OrderFields.class,
          List.of(FieldRule.required("customer"), FieldRule.format(Format.CURRENCY, "currency")),
          OrderLineFields.class,
          List.of(
              FieldRule.required("order"),
              FieldRule.required("quantity"),
              FieldRule.required("unit_price"),
              FieldRule.format(Format.CURRENCY, "currency"),
              FieldRule.fraction("discount")));

  private static final String NAMED = "named";
  private static final String AMOUNT_RANGE = "amount-range";

  private static final Set<String> ESSENTIAL = Set.of("required", AMOUNT_RANGE);

  private static final Set<String> OVER_SEVERAL_FIELDS = Set.of(NAMED, AMOUNT_RANGE);

  private static final BigDecimal LARGEST_AMOUNT = BigDecimal.TEN.pow(10);

  private EntityRules() {}

  /** Every broken rule, in the order of the rules. */
  static List<Violation> check(Object fields) {
    var record = (SpecificRecord) fields;
    return Stream.concat(
            RULES.get(fields.getClass()).stream().flatMap(rule -> rule.check(record).stream()),
            Stream.concat(named(fields), countable(fields)))
        .toList();
  }

  /** Every broken rule that no declared one stands in for. */
  public static List<Violation> check(Object fields, List<Rule> declared) {
    return check(fields).stream()
        .filter(
            violation ->
                ESSENTIAL.contains(violation.getRule())
                    || declared.stream().noneMatch(rule -> replaces(rule, violation)))
        .toList();
  }

  /** Whether a rule of this name asks for more than the field that it complains of. */
  public static boolean areOverSeveralFields(String rule) {
    return OVER_SEVERAL_FIELDS.contains(rule);
  }

  private static boolean replaces(Rule rule, Violation violation) {
    return rule.name().equals(violation.getRule()) && rule.field().equals(violation.getField());
  }

  private static Stream<Violation> named(Object fields) {
    return fields instanceof CustomerFields customer
            && customer.getName().isEmpty()
            && customer.getCompany().isEmpty()
        ? Stream.of(
            new Violation(
                NAMED, "name", "neither name nor company is filled: map a column to one of them"))
        : Stream.empty();
  }

  /** So that neither a line's amount nor the sum of many can outgrow the field it must fit in. */
  private static Stream<Violation> countable(Object fields) {
    if (!(fields instanceof OrderLineFields line)) {
      return Stream.empty();
    }
    var gross =
        line.getQuantity()
            .orElse(BigDecimal.ZERO)
            .multiply(line.getUnitPrice().orElse(BigDecimal.ZERO));
    return Stream.of(gross, line.getAmount().orElse(BigDecimal.ZERO))
            .anyMatch(amount -> amount.abs().compareTo(LARGEST_AMOUNT) > 0)
        ? Stream.of(
            new Violation(
                AMOUNT_RANGE,
                "amount",
                "is beyond ten thousand millions: correct quantity or price in the source"))
        : Stream.empty();
  }
}
