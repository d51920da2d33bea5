package io.syncline.connect.jdbc.dialect;

import io.syncline.connect.jdbc.table.ColumnType;
import io.syncline.connect.jdbc.table.ColumnType.Kind;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** H2, for tests. */
final class H2Dialect implements Dialect {
  private static final int LOCK_TIMEOUT = 50200;

  @Override
  public List<String> urlPrefixes() {
    return List.of("jdbc:h2:");
  }

  @Override
  public String driverClass() {
    return "org.h2.Driver";
  }

  @Override
  public Map<String, String> driverDefaults() {
    return Map.of();
  }

  @Override
  public Set<String> tableTypes() {
    return Set.of("BASE TABLE");
  }

  @Override
  public PreparedStatement prepareLayout(Connection connection, TableId table) throws SQLException {
    return new StandardSql(this)
        .prepareLayout(
            connection,
            table,
            "column_name, data_type, numeric_precision, numeric_scale, is_nullable");
  }

  @Override
  public String quote(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  @Override
  public ColumnType columnType(ReportedColumn column) {
    return switch (column.typeName()) {
      case "uuid" -> ColumnType.of(Kind.UUID);
      case "json" -> ColumnType.of(Kind.JSON);
      default -> ReportedTypes.columnType(column);
    };
  }

  @Override
  public String typeName(ColumnType type, boolean key) {
    return switch (type.kind()) {
      case BOOLEAN -> "boolean";
      case INT16 -> "smallint";
      case INT32 -> "integer";
      case INT64 -> "bigint";
      case DECIMAL ->
          "numeric(" + (type.precision() == 0 ? 100 : type.precision()) + ", " + type.scale() + ")";
      case FLOAT32 -> "real";
      case FLOAT64 -> "double precision";
      case TEXT, JSON, ARRAY -> "varchar";
      case UUID -> "uuid";
      case BYTES -> "varbinary";
      case DATE -> "date";
      case TIME -> "time(6)";
      case LOCAL_TIMESTAMP -> "timestamp(6)";
      case INSTANT -> "timestamp(6) with time zone";
    };
  }

  @Override
  public String clockQuery() {
    return "SELECT CURRENT_TIMESTAMP(6)";
  }

  @Override
  public boolean isTransient(SQLException fault) {
    return Dialect.super.isTransient(fault) || fault.getErrorCode() == LOCK_TIMEOUT;
  }

  @Override
  public String reason(SQLException fault) {
    return fault instanceof SQLDataException
        ? "a value does not fit its column"
        : String.valueOf(fault.getMessage());
  }
}
