package io.syncline.streams.mapping.value;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Exact arithmetic of mappings, over decimal texts; null when a part is missing. */
public final class Decimals {

  /**
   * Far more than any field holds; beyond, a short text such as 1E99999999 is a number of
   * megabytes.
   */
  private static final int MOST_DIGITS = 100;

  private static final int MOST_DECIMALS = 99;

  /** Groups may be of two digits too, as in India; the last one never is. */
  private static final String GROUPED = "[+-]?(\\d+|\\d{1,3}(%1$s\\d{2,3})*%1$s\\d{3})(%2$s\\d+)?";

  private static final Pattern POINT =
      Pattern.compile(GROUPED.formatted("[,'’ \u00a0\u202f]", "\\."));
  private static final Pattern COMMA =
      Pattern.compile(GROUPED.formatted("[.'’ \u00a0\u202f]", ","));

  private Decimals() {}

  public static @Nullable String multiply(@Nullable String one, @Nullable String other) {
    return one == null || other == null ? null : part(one).multiply(part(other)).toPlainString();
  }

  /** Rounded half up to the given number of decimals. */
  public static @Nullable String divide(
      @Nullable String one, @Nullable String other, @Nullable String decimals) {
    return one == null || other == null || decimals == null
        ? null
        : part(one).divide(divisor(other), places(decimals), RoundingMode.HALF_UP).toPlainString();
  }

  /** Rounded half up to the given number of decimals. */
  public static @Nullable String round(@Nullable String value, @Nullable String decimals) {
    return value == null || decimals == null
        ? null
        : part(value).setScale(places(decimals), RoundingMode.HALF_UP).toPlainString();
  }

  /** The number of units that a number of smallest parts makes: 1999 cents with 2 are 19.99. */
  public static @Nullable String scale(@Nullable String value, @Nullable String decimals) {
    return value == null || value.isBlank() || decimals == null
        ? null
        : part(value).movePointLeft(places(decimals)).toPlainString();
  }

  /**
   * The number that a text says in the writing of a country, its thousands grouped or not.
   *
   * @param mark what stands before the decimals: a point or a comma
   */
  public static @Nullable String decimal(@Nullable String text, String mark) {
    var cleaned = Texts.clean(text);
    if (cleaned == null) {
      return null;
    }
    var written = mark.equals(",") ? COMMA : POINT;
    if (!written.matches(cleaned)) {
      throw new FunctionException("is no number with the decimal mark '%s'".formatted(mark));
    }
    return cleaned.replaceAll(mark.equals(",") ? "[^0-9,+-]" : "[^0-9.+-]", "").replace(',', '.');
  }

  /** Refuses what is no number of decimals. */
  public static void checkDecimals(String decimals) {
    if (decimals(decimals).isEmpty()) {
      throw new FunctionException(
          "'%s' is no number of decimals: use 0 to %d".formatted(decimals, MOST_DECIMALS));
    }
  }

  /** The number of decimals that a row gives, and which so nobody has checked before. */
  private static int places(String decimals) {
    return decimals(decimals)
        .orElseThrow(
            () ->
                new FunctionException(
                    "is to have a number of decimals that is none of 0 to %d: correct it in the source, or write it in the mapping"
                        .formatted(MOST_DECIMALS)));
  }

  private static OptionalInt decimals(String text) {
    try {
      var decimals = number(text).intValueExact();
      return decimals < 0 || decimals > MOST_DECIMALS
          ? OptionalInt.empty()
          : OptionalInt.of(decimals);
    } catch (ArithmeticException | NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  /** Refuses what is no decimal mark. */
  public static void checkMark(String mark) {
    if (!mark.equals(",") && !mark.equals(".")) {
      throw new FunctionException("'%s' is no decimal mark: use '.' or ','".formatted(mark));
    }
  }

  /**
   * The number that a text says.
   *
   * @throws NumberFormatException when it says none, or one of absurd length
   */
  public static BigDecimal number(String text) {
    var number = new BigDecimal(text.strip());
    if (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS
        || Math.abs((long) number.scale()) > MOST_DIGITS) {
      throw new NumberFormatException("more than %d digits".formatted(MOST_DIGITS));
    }
    return number;
  }

  private static BigDecimal divisor(String text) {
    var divisor = part(text);
    if (divisor.signum() == 0) {
      throw new FunctionException("is divided by zero: correct it in the source, or guard it");
    }
    return divisor;
  }

  private static BigDecimal part(String text) {
    try {
      return number(text);
    } catch (NumberFormatException e) {
      throw new FunctionException("is no number");
    }
  }
}
