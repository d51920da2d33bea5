package io.syncline.streams.survivorship;

import java.math.BigDecimal;

/** Values of canonical fields, as text. */
public final class Values {

  private Values() {}

  /** A value as text; decimals exactly, without an exponent. */
  public static String text(Object value) {
    return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
  }
}
