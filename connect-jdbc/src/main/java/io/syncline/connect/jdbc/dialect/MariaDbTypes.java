package io.syncline.connect.jdbc.dialect;

import io.syncline.connect.jdbc.table.ColumnType;
import io.syncline.connect.jdbc.table.ColumnType.Kind;
import java.sql.Types;

/** Types of MariaDB and MySQL in our vocabulary, and back. */
final class MariaDbTypes {
  private static final int DIGITS_OF_WHOLE_SECONDS = 19;
  private static final int DIGITS_OF_TIME = 10;
  private static final int MOST_FRACTION_DIGITS = 6;

  private MariaDbTypes() {}

  static ColumnType columnType(ReportedColumn column) {
    if (column.typeName().contains("unsigned") && column.jdbcType() != Types.BOOLEAN) {
      return unsigned(column);
    }
    return switch (column.typeName()) {
      case "bit" -> ColumnType.of(column.size() == 1 ? Kind.BOOLEAN : Kind.BYTES);
      case "time" -> ColumnType.temporal(Kind.TIME, fractionDigits(column, DIGITS_OF_TIME));
      case "json" -> ColumnType.of(Kind.JSON);
      case "uuid" -> ColumnType.of(Kind.UUID);
      case "timestamp" ->
          ColumnType.temporal(Kind.INSTANT, fractionDigits(column, DIGITS_OF_WHOLE_SECONDS));
      case "datetime" ->
          ColumnType.temporal(
              Kind.LOCAL_TIMESTAMP, fractionDigits(column, DIGITS_OF_WHOLE_SECONDS));
      case "geometry", "point", "linestring", "polygon" -> ColumnType.of(Kind.BYTES);
      default -> ReportedTypes.columnType(column);
    };
  }

  /** The next type that holds twice the range. */
  private static ColumnType unsigned(ReportedColumn column) {
    return switch (column.jdbcType()) {
      case Types.TINYINT -> ColumnType.of(Kind.INT16);
      case Types.SMALLINT -> ColumnType.of(Kind.INT32);
      case Types.INTEGER -> ColumnType.of(Kind.INT64);
      case Types.BIGINT -> ColumnType.decimal(20, 0);
      default -> ReportedTypes.columnType(column);
    };
  }

  /** The driver reports no digits, but a length: that of whole seconds, a point and the digits. */
  private static int fractionDigits(ReportedColumn column, int wholeSeconds) {
    return Math.max(0, column.size() - wholeSeconds - 1);
  }

  /** How a column of that type is declared. */
  static String name(ColumnType type, boolean key) {
    return switch (type.kind()) {
      case BOOLEAN -> "tinyint(1)";
      case INT16 -> "smallint";
      case INT32 -> "int";
      case INT64 -> "bigint";
      case DECIMAL ->
          "decimal(" + (type.precision() == 0 ? 38 : type.precision()) + ", " + type.scale() + ")";
      case FLOAT32 -> "float";
      case FLOAT64 -> "double";
      // Keys of Kafka differ in case; so must ours.
      case TEXT ->
          key
              ? "varchar(255) character set utf8mb4 collate utf8mb4_bin"
              : "longtext character set utf8mb4";
      // Not uuid, which MySQL does not know.
      case UUID -> "char(36) character set ascii";
      case JSON, ARRAY -> "json";
      case BYTES -> key ? "varbinary(255)" : "longblob";
      case DATE -> "date";
      case TIME -> "time(" + digits(type) + ")";
      // Not timestamp, which ends in 2038.
      case LOCAL_TIMESTAMP, INSTANT -> "datetime(" + digits(type) + ")";
    };
  }

  private static int digits(ColumnType type) {
    return Math.min(MOST_FRACTION_DIGITS, type.scale());
  }
}
