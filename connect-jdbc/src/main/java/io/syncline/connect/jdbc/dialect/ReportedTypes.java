package io.syncline.connect.jdbc.dialect;

import static io.syncline.connect.jdbc.table.ColumnType.Kind.BOOLEAN;
import static io.syncline.connect.jdbc.table.ColumnType.Kind.BYTES;
import static io.syncline.connect.jdbc.table.ColumnType.Kind.DATE;
import static io.syncline.connect.jdbc.table.ColumnType.Kind.FLOAT32;
import static io.syncline.connect.jdbc.table.ColumnType.Kind.FLOAT64;
import static io.syncline.connect.jdbc.table.ColumnType.Kind.INSTANT;
import static io.syncline.connect.jdbc.table.ColumnType.Kind.INT16;
import static io.syncline.connect.jdbc.table.ColumnType.Kind.INT32;
import static io.syncline.connect.jdbc.table.ColumnType.Kind.INT64;
import static io.syncline.connect.jdbc.table.ColumnType.Kind.LOCAL_TIMESTAMP;
import static io.syncline.connect.jdbc.table.ColumnType.Kind.TEXT;
import static io.syncline.connect.jdbc.table.ColumnType.Kind.TIME;

import io.syncline.connect.jdbc.table.ColumnType;
import java.sql.Types;

/** Reading of the JDBC types on which all drivers agree. */
final class ReportedTypes {
  private ReportedTypes() {}

  static ColumnType columnType(ReportedColumn column) {
    return switch (column.jdbcType()) {
      case Types.BOOLEAN -> ColumnType.of(BOOLEAN);
      case Types.TINYINT, Types.SMALLINT -> ColumnType.of(INT16);
      case Types.INTEGER -> ColumnType.of(INT32);
      case Types.BIGINT -> ColumnType.of(INT64);
      case Types.REAL -> ColumnType.of(FLOAT32);
      case Types.FLOAT, Types.DOUBLE -> ColumnType.of(FLOAT64);
      case Types.NUMERIC, Types.DECIMAL ->
          ColumnType.decimal(column.size(), Math.max(0, column.digits()));
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> ColumnType.of(BYTES);
      case Types.DATE -> ColumnType.of(DATE);
      case Types.TIME -> ColumnType.temporal(TIME, column.digits());
      case Types.TIMESTAMP -> ColumnType.temporal(LOCAL_TIMESTAMP, column.digits());
      case Types.TIMESTAMP_WITH_TIMEZONE -> ColumnType.temporal(INSTANT, column.digits());
      default -> ColumnType.of(TEXT);
    };
  }
}
