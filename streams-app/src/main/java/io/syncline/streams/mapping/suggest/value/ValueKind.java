package io.syncline.streams.mapping.suggest.value;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.syncline.streams.mapping.value.Countries;
import io.syncline.streams.mapping.value.Currencies;
import io.syncline.streams.rule.Format;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a value looks like. */
public enum ValueKind {
  EMAIL("e-mail addresses", true, Format.EMAIL::fits),
  PHONE("telephone numbers", true, ValueKind::isPhone),
  COUNTRY("countries", true, text -> Countries.region(text) != null),
  CURRENCY("currencies", true, ValueKind::isCurrency),
  TIME("dates or times", false, text -> TimePattern.of(text).isPresent()),
  PERSON("like a given and a family name", false, ValueKind::isPerson),
  COMPANY("like names of companies", false, ValueKind::isCompany),
  STREET("like a street with its number", false, matching(".*\\p{L}.*\\d.*|.*\\d.*\\p{L}.*")),
  POSTCODE("like postal codes", false, matching("(?=.*\\d)[\\p{Alnum}][\\p{Alnum} -]{2,9}")),
  WORDS("words without digits", false, matching("[\\p{L}][\\p{L} .'’()-]{0,39}")),
  CODE("like codes", false, matching("(?=.*[0-9])[\\p{Alnum}._/-]{2,32}")),
  AMOUNT("amounts", false, text -> number(text).filter(n -> n.signum() >= 0).isPresent()),
  FRACTION("between 0 and 100", false, ValueKind::isFraction),
  TEXT("text", false, text -> number(text).isEmpty()),
  UNIQUE("different", false, text -> true),
  FEW("of a few that come again and again", false, text -> true),
  ANY("there", false, text -> true);

  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
  private static final Pattern PHONE_SIGNS = Pattern.compile("[+(]?[0-9][0-9 +()./x-]{5,24}");
  private static final Pattern PERSON_WORDS =
      Pattern.compile("\\p{Lu}[\\p{L}.'’-]*( \\p{L}[\\p{L}.'’-]*){1,3}");
  private static final Set<String> COMPANY_WORDS =
      Set.of(
          "gmbh",
          "ag",
          "kg",
          "ohg",
          "se",
          "inc",
          "ltd",
          "llc",
          "plc",
          "corp",
          "corporation",
          "co",
          "company",
          "group",
          "sa",
          "sarl",
          "sas",
          "srl",
          "spa",
          "sl",
          "bv",
          "nv",
          "ab",
          "oy",
          "as",
          "lda",
          "sons",
          "und",
          "and",
          "&",
          "holding",
          "limited");
  private static final int LEAST_DIGITS = 7;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final String words;
  private final boolean telling;
  private final Predicate<String> fits;

  ValueKind(String words, boolean telling, Predicate<String> fits) {
    this.words = words;
    this.telling = telling;
    this.fits = fits;
  }

  /** The kind with this word; empty when there is none. */
  public static Optional<ValueKind> ofWord(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }

  /** How a sentence of such values ends: "… are e-mail addresses". */
  public String words() {
    return words;
  }

  /** Whether hardly anything else looks like it, so that values say more than the column's name. */
  public boolean isTelling() {
    return telling;
  }

  boolean fits(String text) {
    return fits.test(text);
  }

  private static Predicate<String> matching(String regex) {
    return Pattern.compile(regex).asMatchPredicate();
  }

  /** By the rules of a country whose numbers are of many lengths: which one it is of is unknown. */
  private static boolean isPhone(String text) {
    if (!PHONE_SIGNS.matcher(text).matches()
        || text.chars().filter(Character::isDigit).count() < LEAST_DIGITS
        || TimePattern.of(text).isPresent()) {
      return false;
    }
    try {
      return PHONES.isPossibleNumber(PHONES.parse(text, "DE"));
    } catch (NumberParseException e) {
      return false;
    }
  }

  private static boolean isCurrency(String text) {
    var code = Currencies.code(text, Optional.empty());
    return code != null && Format.CURRENCY.fits(code);
  }

  private static boolean isPerson(String text) {
    return PERSON_WORDS.matcher(text).matches() && !isCompany(text);
  }

  private static boolean isCompany(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[ ,]+"))
        .map(word -> word.replace(".", ""))
        .anyMatch(COMPANY_WORDS::contains);
  }

  private static boolean isFraction(String text) {
    return number(text).filter(n -> n.signum() >= 0 && n.compareTo(HUNDRED) <= 0).isPresent();
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
