package io.syncline.streams.quality;

import io.syncline.schemas.CustomerFields;
import io.syncline.schemas.OrderFields;
import io.syncline.schemas.OrderLineFields;
import io.syncline.schemas.ProductFields;
import io.syncline.schemas.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/**
 * The rules that hold for every source: without them the record could not be used by any target.
 */
final class EntityRules {

  private static final Map<Class<?>, List<FieldRule>> RULES =
      Map.of(
          CustomerFields.class,
          List.of(FieldRule.email("email")),
          ProductFields.class,
          List.of(
              FieldRule.required("name"),
              FieldRule.notNegative("unit_price"),
              FieldRule.currency("currency")),
          OrderFields.class,
          List.of(FieldRule.required("customer"), FieldRule.currency("currency")),
          OrderLineFields.class,
          List.of(
              FieldRule.required("order"),
              FieldRule.required("quantity"),
              FieldRule.required("unit_price"),
              FieldRule.currency("currency"),
              FieldRule.fraction("discount")));

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

  private static Stream<Violation> named(Object fields) {
    return fields instanceof CustomerFields customer
            && customer.getName().isEmpty()
            && customer.getCompany().isEmpty()
        ? Stream.of(
            new Violation(
                "named", "name", "neither name nor company is filled: map a column to one of them"))
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
                "amount-range",
                "amount",
                "is beyond ten thousand millions: correct quantity or price in the source"))
        : Stream.empty();
  }
}
