package io.syncline.streams.mapping.function;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Exact arithmetic of mappings, over decimal texts; null when a part is missing. */
final class Decimals {

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

  private static BigDecimal number(String text) {
    return new BigDecimal(text.strip());
  }
}
