package io.syncline.streams.mapping.value;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Exact arithmetic of mappings, over decimal texts; null when a part is missing. */
public final class Decimals {

  /**
   * Far more than any field holds; beyond, a short text such as 1E99999999 is a number of
   * megabytes.
   */
  private static final int MOST_DIGITS = 100;

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
        : part(one)
            .divide(part(other), Integer.parseInt(decimals), RoundingMode.HALF_UP)
            .toPlainString();
  }

  /** Rounded half up to the given number of decimals. */
  public static @Nullable String round(@Nullable String value, @Nullable String decimals) {
    return value == null || decimals == null
        ? null
        : part(value).setScale(Integer.parseInt(decimals), RoundingMode.HALF_UP).toPlainString();
  }

  /** The number of units that a number of smallest parts makes: 1999 cents with 2 are 19.99. */
  public static @Nullable String scale(@Nullable String value, @Nullable String decimals) {
    return value == null || value.isBlank() || decimals == null
        ? null
        : part(value).movePointLeft(Integer.parseInt(decimals)).toPlainString();
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
    if (!decimals.matches("[0-9]{1,2}")) {
      throw new FunctionException("'%s' is no number of decimals: use 0 to 99".formatted(decimals));
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

  private static BigDecimal part(String text) {
    try {
      return number(text);
    } catch (NumberFormatException e) {
      throw new FunctionException("is no number");
    }
  }
}
