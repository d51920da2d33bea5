package io.syncline.connect.jdbc.dialect;

import io.syncline.connect.jdbc.table.Column;
import io.syncline.connect.jdbc.table.ColumnType;
import io.syncline.connect.jdbc.table.ColumnType.Kind;
import io.syncline.connect.jdbc.table.TableId;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * MariaDB and MySQL, both through MariaDB's driver.
 *
 * <p>Upserts look rows up first: ON DUPLICATE KEY UPDATE would also fire for another unique key and
 * overwrite another row, and it runs triggers on rows that it leaves as they are.
 */
final class MariaDbDialect implements Dialect {
  private static final String MYSQL = "jdbc:mysql:";
  private static final String MARIADB = "jdbc:mariadb:";

  /** Lock wait timeout, changed since read, server shutdown, too many connections, killed. */
  private static final Set<Integer> PASSING_CODES = Set.of(1205, 1020, 1053, 1040, 1203, 1927);

  /** On MariaDB and on MySQL. */
  private static final Set<Integer> OVERTIME_CODES = Set.of(1969, 3024);

  /** Wrong text, date, number; truncated; a trigger's own complaint. */
  private static final Set<Integer> CODES_OF_ROW = Set.of(1366, 1292, 1264, 1265, 1644);

  private static final int NO_DEFAULT_VALUE = 1364;

  /** TIMESTAMP columns are shown in the session's zone: in UTC no hour comes twice. */
  private static final String INSTANTS_IN_UTC = "SET time_zone = '+00:00'";

  private static final String REFUSE_INSTEAD_OF_TRUNCATE =
      "SET SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES')";

  private static final Pattern QUOTED_VALUE = Pattern.compile("(entry|value:?) '.*?'( |$)");

  @Override
  public List<String> urlPrefixes() {
    return List.of(MARIADB, MYSQL);
  }

  @Override
  public String driverClass() {
    return "org.mariadb.jdbc.Driver";
  }

  @Override
  public String driverUrl(String url) {
    return url.startsWith(MYSQL) ? MARIADB + url.substring(MYSQL.length()) : url;
  }

  @Override
  public Map<String, String> driverDefaults() {
    return Map.of(
        // A batch in one round trip. It gives no counts per row, and none are needed.
        "useBulkStmts", "true",
        "useBulkStmtsForInserts", "true",
        "yearIsDateType", "false",
        "tcpKeepAlive", "true",
        // Thirty seconds otherwise, three times what PostgreSQL's driver waits.
        "connectTimeout", "10000");
  }

  @Override
  public Map<String, String> driverPatience(Duration longest) {
    return Map.of("socketTimeout", Long.toString(longest.toMillis()));
  }

  /** The wait for a table that is locked or being altered has a limit of its own: a day. */
  @Override
  public void limitStatements(Connection connection, Duration longest) throws SQLException {
    var millis = longest.toMillis();
    execute(
        connection,
        isMySql(connection)
            ? "SET SESSION max_execution_time = " + millis
            : "SET SESSION max_statement_time = " + BigDecimal.valueOf(millis, 3));
    if (millis > 0) {
      execute(connection, "SET SESSION lock_wait_timeout = " + longest.plusSeconds(1).toSeconds());
    }
  }

  private static boolean isMySql(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("MySQL");
  }

  @Override
  public boolean fetchingIsRunning() {
    return true;
  }

  @Override
  public void prepareReader(Connection connection) throws SQLException {
    execute(connection, INSTANTS_IN_UTC);
    execute(connection, "SET SESSION TRANSACTION READ ONLY");
    connection.setAutoCommit(false);
  }

  @Override
  public void prepareWriter(Connection connection) throws SQLException {
    execute(connection, INSTANTS_IN_UTC);
    execute(connection, REFUSE_INSTEAD_OF_TRUNCATE);
    Dialect.super.prepareWriter(connection);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public boolean schemasAreCatalogs() {
    return true;
  }

  /** Shows none in which the user has no right. */
  @Override
  public String schemasQuery() {
    return "SELECT schema_name FROM information_schema.schemata WHERE schema_name"
        + " NOT IN ('information_schema', 'mysql', 'performance_schema', 'sys')";
  }

  @Override
  public Set<String> tableTypes() {
    return Set.of("TABLE", "BASE TABLE");
  }

  @Override
  public PreparedStatement prepareLayout(Connection connection, TableId table) throws SQLException {
    return new StandardSql(this)
        .prepareLayout(connection, table, "column_name, column_type, is_nullable, column_key");
  }

  @Override
  public String quote(String identifier) {
    return '`' + identifier.replace("`", "``") + '`';
  }

  @Override
  public ColumnType columnType(ReportedColumn column) {
    return MariaDbTypes.columnType(column);
  }

  /**
   * An enum is a char to a result's metadata. As a number it is its place, a text its beginning.
   */
  @Override
  public Optional<String> isNumbered(String column) {
    return Optional.of(
        "%s + 0 <> 0 AND %1$s NOT REGEXP '^[[:space:]]*[-+.]*[0-9]'".formatted(column));
  }

  @Override
  public String typeName(ColumnType type, boolean key) {
    return MariaDbTypes.name(type, key);
  }

  @Override
  public String clockQuery() {
    return "SELECT UTC_TIMESTAMP(6)";
  }

  @Override
  public Instant now(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(clockQuery())) {
      row.next();
      return row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
  }

  @Override
  public Optional<OldestTransaction> oldestTransaction() {
    return Optional.of(new InnoDbOldestTransaction());
  }

  @Override
  public @Nullable LocalDateTime readUtc(ResultSet row, int index) throws SQLException {
    return row.getObject(index, LocalDateTime.class);
  }

  @Override
  public Object utcParameter(LocalDateTime utc) {
    return utc;
  }

  @Override
  public @Nullable Duration readTime(ResultSet row, int index) throws SQLException {
    return row.getObject(index, Duration.class);
  }

  @Override
  public boolean timesAreDurations() {
    return true;
  }

  /** The driver has no object for a zero date, only a text. */
  @Override
  public boolean hidesValue(ResultSet row, int index) throws SQLException {
    return row.getString(index) != null;
  }

  /** A FLOAT is shown with six digits, a DOUBLE with all. */
  @Override
  public String selection(Column column) {
    return column.type().kind() == Kind.FLOAT32
        ? quote(column.name()) + " + 0e0"
        : quote(column.name());
  }

  @Override
  public Object parameter(Object value) {
    return MariaDbParameters.of(value);
  }

  @Override
  public boolean isTransient(SQLException fault) {
    return Dialect.super.isTransient(fault)
        || isOvertime(fault)
        || PASSING_CODES.contains(fault.getErrorCode());
  }

  @Override
  public boolean isOvertime(SQLException fault) {
    return OVERTIME_CODES.contains(fault.getErrorCode());
  }

  @Override
  public boolean isOfRow(SQLException fault) {
    return Dialect.super.isOfRow(fault) || CODES_OF_ROW.contains(fault.getErrorCode());
  }

  @Override
  public boolean isNoValue(SQLException fault) {
    return fault.getErrorCode() == NO_DEFAULT_VALUE;
  }

  @Override
  public String reason(SQLException fault) {
    return QUOTED_VALUE.matcher(String.valueOf(fault.getMessage())).replaceAll("$1 '…'$2");
  }
}
