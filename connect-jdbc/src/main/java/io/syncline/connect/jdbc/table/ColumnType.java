package io.syncline.connect.jdbc.table;

/**
 * Type of a column, in the one vocabulary that all dialects share.
 *
 * @param precision decimal digits of a {@link Kind#DECIMAL}; 0 when the column declares none
 * @param scale fractional digits, of a decimal or of the seconds of a time
 * @param numbered whether the database orders the values by numbers that it has given them, and
 *     compares them as text
 */
public record ColumnType(Kind kind, int precision, int scale, boolean numbered) {

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
    INSTANT
  }

  public static ColumnType of(Kind kind) {
    return new ColumnType(kind, 0, 0, false);
  }

  /** Text from a list, which lies in the order of the list. */
  public static ColumnType numberedText() {
    return new ColumnType(Kind.TEXT, 0, 0, true);
  }

  public static ColumnType decimal(int precision, int scale) {
    return new ColumnType(Kind.DECIMAL, precision, scale, false);
  }

  /** A time type whose seconds carry so many fractional digits. */
  public static ColumnType temporal(Kind kind, int fractionDigits) {
    return new ColumnType(kind, 0, fractionDigits, false);
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
