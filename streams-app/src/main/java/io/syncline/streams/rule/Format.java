package io.syncline.streams.rule;

import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A form that a text can have, known by its name. */
public enum Format {
  EMAIL(Format::isEmail, "is no e-mail address: correct it in the source"),
  PHONE(
      Pattern.compile("\\+[1-9][0-9]{3,14}").asMatchPredicate(),
      "is no telephone number in E.164: correct it in the source, or map its country"),
  COUNTRY(
      Set.of(Locale.getISOCountries())::contains,
      "is no ISO 3166-1 code: map it with country(…), or correct it in the source"),
  CURRENCY(
      Currency.getAvailableCurrencies().stream()
              .map(Currency::getCurrencyCode)
              .collect(Collectors.toUnmodifiableSet())
          ::contains,
      "is no ISO 4217 code: map it to one, such as EUR");

  /**
   * An address that mail could be sent to: one @, no white space, a dot in the domain. Stricter
   * patterns refuse real addresses.
   */
  private static final Pattern EMAIL_ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+");

  /** RFC 5321; also what keeps the pattern from running deep. */
  private static final int LONGEST_EMAIL = 254;

  private final Predicate<String> fits;
  private final String complaint;

  Format(Predicate<String> fits, String complaint) {
    this.fits = fits;
    this.complaint = complaint;
  }

  /** Whether a text has this form. */
  public boolean fits(String text) {
    return fits.test(text);
  }

  /** What is wrong with a text that has it not. */
  public String complaint() {
    return complaint;
  }

  /** The word that stands in mapping files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Every word. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Format::word).toList();
  }

  /** The form with this word; empty when there is none. */
  public static Optional<Format> ofWord(String word) {
    return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
  }

  private static boolean isEmail(String text) {
    return text.length() <= LONGEST_EMAIL && EMAIL_ADDRESS.matcher(text).matches();
  }
}
