package io.syncline.connect.jdbc.table;

import java.util.Optional;

/**
 * Type of a column, in the one vocabulary that all dialects share.
 *
 * @param precision decimal digits of a {@link Kind#DECIMAL}; 0 when the column declares none
 * @param scale fractional digits, of a decimal or of the seconds of a time
 * @param element type of the elements of a {@link Kind#ARRAY}
 */
public record ColumnType(Kind kind, int precision, int scale, Optional<ColumnType> element) {

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
    return new ColumnType(kind, 0, 0, Optional.empty());
  }

  public static ColumnType decimal(int precision, int scale) {
    return new ColumnType(Kind.DECIMAL, precision, scale, Optional.empty());
  }

  /** A time type whose seconds carry so many fractional digits. */
  public static ColumnType temporal(Kind kind, int fractionDigits) {
    return new ColumnType(kind, 0, fractionDigits, Optional.empty());
  }

  public static ColumnType arrayOf(ColumnType element) {
    return new ColumnType(Kind.ARRAY, 0, 0, Optional.of(element));
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
