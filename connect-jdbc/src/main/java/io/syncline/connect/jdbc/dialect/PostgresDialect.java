package io.syncline.connect.jdbc.dialect;

import io.syncline.connect.jdbc.table.ColumnType;
import io.syncline.connect.jdbc.table.ColumnType.Kind;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** PostgreSQL. */
final class PostgresDialect implements Dialect {
  private static final Set<String> PASSING_STATES =
      Set.of("55P03", "57P01", "57P02", "57P03", "53000", "53100", "53200", "53300");

  private static final String CANCELED = "57014";

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
  public Map<String, String> driverPatience(Duration longest) {
    return Map.of("socketTimeout", Long.toString(longest.plusMillis(999).toSeconds()));
  }

  @Override
  public void limitStatements(Connection connection, Duration longest) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("SET statement_timeout = " + longest.toMillis());
    }
  }

  @Override
  public Set<String> tableTypes() {
    return Set.of("TABLE", "PARTITIONED TABLE");
  }

  @Override
  public PreparedStatement prepareLayout(Connection connection, TableId table) throws SQLException {
    var statement =
        connection.prepareStatement(
            "SELECT a.attname, a.atttypid, a.atttypmod, a.attnotnull,"
                + " array_position(i.indkey::int2[], a.attnum) FROM pg_attribute a"
                + " LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary"
                + " WHERE a.attrelid = CAST(? AS regclass) AND a.attnum > 0 AND NOT a.attisdropped"
                + " AND NOT EXISTS (SELECT 1 FROM "
                + quote(table)
                + " WHERE FALSE) ORDER BY a.attnum");
    statement.setString(1, quote(table));
    return statement;
  }

  /** A plan that the server keeps for the driver must not change its columns' types. */
  @Override
  public void forgetPlans(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("DEALLOCATE ALL");
    }
  }

  @Override
  public String quote(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  @Override
  public ColumnType columnType(ReportedColumn column) {
    return PostgresArrayTypes.element(column)
        .map(element -> ColumnType.arrayOf(columnType(element)))
        .orElseGet(() -> plainType(column));
  }

  private static ColumnType plainType(ReportedColumn column) {
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
      case ARRAY -> typeName(type.element().orElseThrow(), key) + "[]";
    };
  }

  /** The driver shows 24:00 as the last nanosecond before it, which no column can hold. */
  @Override
  public @Nullable Duration readTime(ResultSet row, int index) throws SQLException {
    var value = row.getObject(index, LocalTime.class);
    if (value == null) {
      return null;
    }
    return value.equals(LocalTime.MAX) ? Duration.ofDays(1) : Duration.ofNanos(value.toNanoOfDay());
  }

  /** A bit takes 1 and 0 and no boolean; a boolean takes both. */
  @Override
  public Object parameter(Object value) {
    if (value instanceof Boolean bit) {
      return bit ? "1" : "0";
    }
    return Dialect.super.parameter(value);
  }

  @Override
  public Object arrayParameter(List<@Nullable Object> elements) {
    return PostgresArrayText.of(elements);
  }

  @Override
  public String clockQuery() {
    return "SELECT clock_timestamp()";
  }

  @Override
  public Optional<RowTransactions> rowTransactions() {
    return Optional.of(new PostgresTransactions());
  }

  @Override
  public Optional<Notifications> notifications() {
    return Optional.of(new PostgresNotifications(this));
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

  @Override
  public Optional<RowCopy> copy() {
    return Optional.of(new PostgresCopy(this));
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
  public boolean isOvertime(SQLException fault) {
    return CANCELED.equals(fault.getSQLState());
  }

  @Override
  public boolean isTransient(SQLException fault) {
    return Dialect.super.isTransient(fault)
        || isOvertime(fault)
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
