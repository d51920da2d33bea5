package io.syncline.streams.identity;

import io.syncline.schemas.CustomerFields;
import io.syncline.schemas.Entity;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.OrderLineFields;
import io.syncline.schemas.ProductFields;
import io.syncline.schemas.SourceKey;
import io.syncline.schemas.SourceKeys;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The key that a record shares with whatever it belongs to: customers their e-mail address, else
 * their telephone number; products their stock keeping unit; order lines their order. A record
 * without any has its own source key.
 */
final class MatchKeyRule {

  private static final Pattern E164 = Pattern.compile("\\+[0-9]{6,15}");

  private MatchKeyRule() {}

  /**
   * The keys by which the node of a record finds others; none of its own key, which nobody shares.
   */
  static List<String> matchKeys(MappedRecord record) {
    return matchKey(record).filter(key -> !key.equals(own(record))).stream().toList();
  }

  /** The match key; empty when the record was deleted. */
  static Optional<String> matchKey(MappedRecord record) {
    return record.getFields().map(fields -> matchKey(record, fields));
  }

  /** The match key of a record that can have no other, whatever its fields are: an order's. */
  static Optional<String> lastingKey(SourceKey source) {
    return source.getEntity().equals(Entity.ORDER.word())
        ? Optional.of(SourceKeys.text(source))
        : Optional.empty();
  }

  private static String matchKey(MappedRecord record, Object fields) {
    if (fields instanceof CustomerFields customer) {
      return customer(customer).orElseGet(() -> own(record));
    }
    if (fields instanceof ProductFields product) {
      return product
          .getSku()
          .map(sku -> "product/sku/" + sku.strip().toUpperCase(Locale.ROOT))
          .orElseGet(() -> own(record));
    }
    if (fields instanceof OrderLineFields line) {
      return SourceKeys.text(
          Entity.ORDER.of(record.getSource().getSource(), line.getOrder().orElseThrow()));
    }
    return own(record);
  }

  private static Optional<String> customer(CustomerFields customer) {
    return customer
        .getEmail()
        .map(email -> "customer/email/" + email.strip().toLowerCase(Locale.ROOT))
        .or(
            () ->
                customer
                    .getPhone()
                    .filter(MatchKeyRule::isInternational)
                    .map(phone -> "customer/phone/" + phone));
  }

  /** Only a number in E.164 means the same subscriber everywhere. */
  private static boolean isInternational(String phone) {
    return E164.matcher(phone).matches();
  }

  private static String own(MappedRecord record) {
    return SourceKeys.text(record.getSource());
  }
}
