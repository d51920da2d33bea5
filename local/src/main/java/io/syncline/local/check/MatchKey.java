package io.syncline.local.check;

import io.syncline.local.crm.person.Country;
import java.util.Locale;
import java.util.Optional;

/**
 * What makes two rows the same customer or product. Written anew, not taken from the application,
 * because it is there to find the application's mistakes.
 */
public record MatchKey(String value) {

  /**
   * The trimmed e-mail address in lower case, else the telephone with its country, else the row
   * itself.
   */
  static MatchKey ofCustomer(SourceKey row, String email, String phone, String country) {
    if (!email.isBlank()) {
      return new MatchKey("email " + email.strip().toLowerCase(Locale.ROOT));
    }
    return dialled(phone, country)
        .map(number -> new MatchKey("phone " + number))
        .orElseGet(() -> own(row));
  }

  /** The stock keeping unit, else the row itself. */
  static MatchKey ofProduct(SourceKey row, String sku) {
    return sku.isBlank() ? own(row) : new MatchKey("sku " + sku.strip().toUpperCase(Locale.ROOT));
  }

  private static MatchKey own(SourceKey row) {
    return new MatchKey("own " + row);
  }

  private static Optional<String> dialled(String phone, String country) {
    String digits = phone.replaceAll("\\D", "");
    if (digits.isEmpty()) {
      return Optional.empty();
    }
    if (phone.strip().startsWith("+")) {
      return Optional.of("+" + digits);
    }
    return Country.named(country.strip())
        .map(home -> "+" + home.dialCode() + withoutPrefix(digits, home.trunkPrefix()));
  }

  private static String withoutPrefix(String digits, String prefix) {
    return digits.startsWith(prefix) ? digits.substring(prefix.length()) : digits;
  }
}
