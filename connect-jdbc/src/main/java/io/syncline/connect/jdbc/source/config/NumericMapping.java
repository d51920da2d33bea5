package io.syncline.connect.jdbc.source.config;

import io.syncline.connect.jdbc.table.ColumnType;
import io.syncline.connect.jdbc.table.ColumnType.Kind;

/** Way of carrying NUMERIC and DECIMAL columns. */
public enum NumericMapping {
  /** Exact decimals, always. */
  PRECISE,
  /** The same, by the name that Kafka Connect JDBC gives it. */
  NONE,
  /** Whole numbers as integers, the others as exact decimals. */
  PRECISION_ONLY,
  /** Whole numbers as integers, the others as doubles, which are not exact. */
  BEST_FIT;

  private static final int DIGITS_OF_INT16 = 4;
  private static final int DIGITS_OF_INT32 = 9;
  private static final int DIGITS_OF_INT64 = 18;

  /**
   * The type to carry a column as.
   *
   * @param scale for decimals that declare none
   */
  public ColumnType apply(ColumnType type, int scale) {
    if (type.kind() != Kind.DECIMAL) {
      return type;
    }
    var exact = type.isUnconstrainedDecimal() ? ColumnType.decimal(0, scale) : type;
    return switch (this) {
      case PRECISE, NONE -> exact;
      case PRECISION_ONLY -> isInteger(type) ? integer(type) : exact;
      case BEST_FIT -> isInteger(type) ? integer(type) : ColumnType.of(Kind.FLOAT64);
    };
  }

  private static boolean isInteger(ColumnType type) {
    return type.scale() == 0 && type.precision() > 0 && type.precision() <= DIGITS_OF_INT64;
  }

  private static ColumnType integer(ColumnType type) {
    if (type.precision() <= DIGITS_OF_INT16) {
      return ColumnType.of(Kind.INT16);
    }
    return ColumnType.of(type.precision() <= DIGITS_OF_INT32 ? Kind.INT32 : Kind.INT64);
  }
}
