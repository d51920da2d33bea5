package io.syncline.connect.jdbc.dialect.binary;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Binary form of exact decimals: groups of four digits, aligned at the point.
 *
 * <p>What fits a {@code long}, as nearly all numbers do, is taken apart as one.
 */
final class NumericForm {
  private static final int BASE = 10_000;
  private static final BigInteger BIG_BASE = BigInteger.valueOf(BASE);
  private static final int DIGITS_PER_GROUP = 4;
  private static final int MOST_DIGITS = 4_000;
  private static final int NEGATIVE = 0x4000;
  private static final int BITS_OF_LONG = 63;

  private NumericForm() {}

  static void write(BigDecimal value, BinaryRows out) {
    var scale = Math.max(0, value.scale());
    if (scale > MOST_DIGITS || value.precision() - value.scale() > MOST_DIGITS) {
      throw new NoBinaryFormException(value.getClass());
    }
    var groupsBehindPoint = groups(scale);
    var aligned = value.setScale(groupsBehindPoint * DIGITS_PER_GROUP);
    var groups = new short[groups(aligned.precision())];
    take(aligned.unscaledValue().abs(), groups);
    out.int32(Short.BYTES * (4 + groups.length));
    out.int16(groups.length);
    out.int16(groups.length - 1 - groupsBehindPoint);
    out.int16(value.signum() < 0 ? NEGATIVE : 0);
    out.int16(scale);
    for (var group : groups) {
      out.int16(group);
    }
  }

  private static int groups(int digits) {
    return (digits + DIGITS_PER_GROUP - 1) / DIGITS_PER_GROUP;
  }

  /** Fills the groups, the greatest first. */
  private static void take(BigInteger number, short[] groups) {
    var at = groups.length;
    var rest = number;
    while (rest.bitLength() > BITS_OF_LONG) {
      var parts = rest.divideAndRemainder(BIG_BASE);
      at--;
      groups[at] = parts[1].shortValue();
      rest = parts[0];
    }
    for (var small = rest.longValue(); small > 0; small /= BASE) {
      at--;
      groups[at] = (short) (small % BASE);
    }
  }
}
