package io.syncline.connect.jdbc.source.record;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Rule that tells a deleted row by its mark. */
public final class SoftDelete {
  private SoftDelete() {}

  /** Anything but null, false and 0 marks a row as deleted: true, 1, a time, a name. */
  public static boolean isDeleted(@Nullable Object mark) {
    if (mark == null) {
      return false;
    }
    if (mark instanceof Boolean deleted) {
      return deleted;
    }
    return !(mark instanceof Number number) || isNotZero(number);
  }

  private static boolean isNotZero(Number number) {
    return number instanceof BigDecimal decimal
        ? decimal.signum() != 0
        : Double.compare(Math.abs(number.doubleValue()), 0.0) != 0;
  }
}
