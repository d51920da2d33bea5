package io.syncline.streams.mapping.function;

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

  private Decimals() {}

  static @Nullable String multiply(@Nullable String one, @Nullable String other) {
    return one == null || other == null
        ? null
        : number(one).multiply(number(other)).toPlainString();
  }

  /** Rounded half up to the given number of decimals. */
  static @Nullable String divide(
      @Nullable String one, @Nullable String other, @Nullable String decimals) {
    return one == null || other == null || decimals == null
        ? null
        : number(one)
            .divide(number(other), Integer.parseInt(decimals), RoundingMode.HALF_UP)
            .toPlainString();
  }

  /** Rounded half up to the given number of decimals. */
  static @Nullable String round(@Nullable String value, @Nullable String decimals) {
    return value == null || decimals == null
        ? null
        : number(value).setScale(Integer.parseInt(decimals), RoundingMode.HALF_UP).toPlainString();
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
}
