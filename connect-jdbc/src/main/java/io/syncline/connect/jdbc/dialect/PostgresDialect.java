package io.syncline.connect.jdbc.dialect;

import io.syncline.connect.jdbc.table.ColumnType;
import io.syncline.connect.jdbc.table.ColumnType.Kind;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** PostgreSQL. */
final class PostgresDialect implements Dialect {
  private static final Set<String> PASSING_STATES =
      Set.of("55P03", "57P01", "57P02", "57P03", "53000", "53100", "53200", "53300");

  /**
   * A trigger's own complaint, a row too large for a page or an index, and two keys that are equal
   * to the database alone, as with trailing blanks in a char column.
   */
  private static final Set<String> STATES_OF_ROW = Set.of("P0001", "54000", "21000");

  @Override
  public List<String> urlPrefixes() {
    return List.of("jdbc:postgresql:");
  }

  @Override
  public String driverClass() {
    return "org.postgresql.Driver";
  }

  @Override
  public Map<String, String> driverDefaults() {
    return Map.of(
        "ApplicationName", "syncline",
        "tcpKeepAlive", "true",
        // The server's error details quote the row.
        "logServerErrorDetail", "false",
        // Lets a text value go into a uuid, json or enum column as a literal would.
        "stringtype", "unspecified");
  }

  @Override
  public Set<String> tableTypes() {
    return Set.of("TABLE", "PARTITIONED TABLE");
  }

  @Override
  public String quote(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  @Override
  public ColumnType columnType(ReportedColumn column) {
    return switch (column.typeName()) {
      case "bool" -> ColumnType.of(Kind.BOOLEAN);
      case "bit" -> ColumnType.of(column.size() == 1 ? Kind.BOOLEAN : Kind.TEXT);
      case "timestamptz" -> ColumnType.temporal(Kind.INSTANT, column.digits());
      case "uuid" -> ColumnType.of(Kind.UUID);
      case "json", "jsonb" -> ColumnType.of(Kind.JSON);
      // Their text is exact; what JDBC makes of them is not.
      case "money", "timetz" -> ColumnType.of(Kind.TEXT);
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
          type.precision() == 0
              ? "numeric"
              : "numeric(" + type.precision() + ", " + type.scale() + ")";
      case FLOAT32 -> "real";
      case FLOAT64 -> "double precision";
      case TEXT -> "text";
      case UUID -> "uuid";
      case JSON -> "jsonb";
      case BYTES -> "bytea";
      case DATE -> "date";
      case TIME -> "time";
      case LOCAL_TIMESTAMP -> "timestamp";
      case INSTANT -> "timestamptz";
    };
  }

  @Override
  public String clockQuery() {
    return "SELECT clock_timestamp()";
  }

  @Override
  public Optional<BoundSql> upsert(RowShape shape) {
    var insert = new StandardSql(this).insert(shape, " AS stored").sql();
    return Optional.of(new BoundSql(insert + onConflict(shape), shape.columns()));
  }

  @Override
  public Optional<ArraySql> arrays() {
    return Optional.of(new PostgresArrays(this));
  }

  /** What becomes of a row whose key is there; the stored row is called {@code stored}. */
  String onConflict(RowShape shape) {
    return " ON CONFLICT ("
        + new StandardSql(this).names(shape.keys())
        + ") DO "
        + (shape.others().isEmpty() ? "NOTHING" : guardedUpdate(shape));
  }

  private String guardedUpdate(RowShape shape) {
    var assignments =
        shape.others().stream()
            .map(column -> quote(column) + " = EXCLUDED." + quote(column))
            .collect(Collectors.joining(", "));
    return "UPDATE SET " + assignments + shape.version().map(this::onlyIfNewer).orElse("");
  }

  private String onlyIfNewer(String version) {
    var stored = "stored." + quote(version);
    return " WHERE " + stored + " IS NULL OR " + stored + " < EXCLUDED." + quote(version);
  }

  @Override
  public boolean isTransient(SQLException fault) {
    return Dialect.super.isTransient(fault)
        || PASSING_STATES.contains(String.valueOf(fault.getSQLState()));
  }

  @Override
  public boolean isOfRow(SQLException fault) {
    return Dialect.super.isOfRow(fault)
        || STATES_OF_ROW.contains(String.valueOf(fault.getSQLState()));
  }

  /** Messages of class 22 end in the offending value after a colon. */
  @Override
  public String reason(SQLException fault) {
    var message = String.valueOf(fault.getMessage());
    var value = message.indexOf(": \"");
    return String.valueOf(fault.getSQLState()).startsWith("22") && value > 0
        ? withoutValue(message, value)
        : message;
  }

  private static String withoutValue(String message, int value) {
    return message.startsWith("ERROR: \"") ? "ERROR: invalid value" : message.substring(0, value);
  }
}
