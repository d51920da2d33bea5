package io.syncline.connect.jdbc.table;

import java.util.Optional;

/**
 * Type of a column, in the one vocabulary that all dialects share.
 *
 * @param precision decimal digits of a {@link Kind#DECIMAL}; 0 when the column declares none
 * @param scale fractional digits, of a decimal or of the seconds of a time
 * @param element type of the elements of a {@link Kind#ARRAY}
 * @param numbered whether the database orders the values by numbers that it has given them, and
 *     compares them as text
 */
public record ColumnType(
    Kind kind, int precision, int scale, Optional<ColumnType> element, boolean numbered) {

  /** Choice of what a column can hold. */
  public enum Kind {
    BOOLEAN,
    INT16,
    INT32,
    INT64,
    DECIMAL,
    FLOAT32,
    FLOAT64,
    /** Text, and everything that is best carried as its text. */
    TEXT,
    UUID,
    JSON,
    BYTES,
    DATE,
    TIME,
    /** Date and time of day with no zone: an instant only together with db.timezone. */
    LOCAL_TIMESTAMP,
    /** A point in time, whatever zone it is shown in. */
    INSTANT,
    /** Values of one type in their order, each of which may be NULL. */
    ARRAY
  }

  public static ColumnType of(Kind kind) {
    return plain(kind, 0, 0);
  }

  private static ColumnType plain(Kind kind, int precision, int scale) {
    return new ColumnType(kind, precision, scale, Optional.empty(), false);
  }

  /** Text from a list, which lies in the order of the list. */
  public static ColumnType numberedText() {
    return new ColumnType(Kind.TEXT, 0, 0, Optional.empty(), true);
  }

  public static ColumnType decimal(int precision, int scale) {
    return plain(Kind.DECIMAL, precision, scale);
  }

  /** A time type whose seconds carry so many fractional digits. */
  public static ColumnType temporal(Kind kind, int fractionDigits) {
    return plain(kind, 0, fractionDigits);
  }

  public static ColumnType arrayOf(ColumnType element) {
    return new ColumnType(Kind.ARRAY, 0, 0, Optional.of(element), false);
  }

  public boolean isTimestamp() {
    return kind == Kind.LOCAL_TIMESTAMP || kind == Kind.INSTANT;
  }

  public boolean isTemporal() {
    return isTimestamp() || kind == Kind.DATE || kind == Kind.TIME;
  }

  public boolean isUnconstrainedDecimal() {
    return kind == Kind.DECIMAL && precision == 0;
  }
}
