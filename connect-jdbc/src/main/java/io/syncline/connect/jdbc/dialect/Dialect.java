package io.syncline.connect.jdbc.dialect;

import io.syncline.connect.jdbc.schema.ClockText;
import io.syncline.connect.jdbc.table.Column;
import io.syncline.connect.jdbc.table.ColumnType;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One kind of database.
 *
 * <p>Implementations are stateless: one instance serves every connector of a worker at once.
 */
public interface Dialect {

  /** What its JDBC URLs begin with. */
  List<String> urlPrefixes();

  String driverClass();

  /** The URL as the driver wants it. */
  default String driverUrl(String url) {
    return url;
  }

  /** Driver settings that apply where the URL does not say otherwise. */
  Map<String, String> driverDefaults();

  /** Driver settings that give a server up for dead which has said nothing for so long. */
  default Map<String, String> driverPatience(Duration longest) {
    return Map.of();
  }

  /** Makes the server end each statement of the connection that takes longer; zero ends none. */
  default void limitStatements(Connection connection, Duration longest) throws SQLException {}

  /** Whether a statement counts as running until its last row was fetched. */
  default boolean fetchingIsRunning() {
    return false;
  }

  /** Leaves the connection unable to write and with explicit transactions. */
  default void prepareReader(Connection connection) throws SQLException {
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
  }

  /** Leaves the connection with explicit transactions that take no locks on gaps. */
  default void prepareWriter(Connection connection) throws SQLException {
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    connection.setAutoCommit(false);
  }

  /** Whether what we call a schema is a catalog in JDBC's metadata. */
  default boolean schemasAreCatalogs() {
    return false;
  }

  default String ownSchema(Connection connection) throws SQLException {
    return schemasAreCatalogs() ? connection.getCatalog() : connection.getSchema();
  }

  /** Metadata's words for what can be read as a table, views left out. */
  Set<String> tableTypes();

  /**
   * Query whose rows change when, and only when, the table's columns or its key do.
   *
   * <p>It reads the table, too, if no row of it: until the transaction ends nobody can alter it.
   */
  PreparedStatement prepareLayout(Connection connection, TableId table) throws SQLException;

  /** Makes statements that were prepared before a table changed work on. */
  default void forgetPlans(Connection connection) throws SQLException {}

  String quote(String identifier);

  default String quote(TableId table) {
    return table.hasSchema()
        ? quote(table.schema()) + "." + quote(table.name())
        : quote(table.name());
  }

  ColumnType columnType(ReportedColumn column);

  /** How a column of that type is declared; key columns must be indexable. */
  String typeName(ColumnType type, boolean key);

  /** Query for the database's own clock, as one timestamp. */
  String clockQuery();

  /** Reads a point in time as date and time in UTC, with all its digits. */
  default @Nullable LocalDateTime readUtc(ResultSet row, int index) throws SQLException {
    var value = row.getObject(index, OffsetDateTime.class);
    return value == null ? null : value.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
  }

  /** What to bind for a point in time. */
  default Object utcParameter(LocalDateTime utc) {
    return utc.atOffset(ZoneOffset.UTC);
  }

  /** Reads a time since midnight; on some databases it may be negative or more than a day. */
  default @Nullable Duration readTime(ResultSet row, int index) throws SQLException {
    var value = row.getObject(index, LocalTime.class);
    return value == null ? null : Duration.ofNanos(value.toNanoOfDay());
  }

  /** Whether every TIME column can hold what is no time of day. */
  default boolean timesAreDurations() {
    return false;
  }

  /** Whether there is a value that the driver shows as NULL. */
  default boolean hidesValue(ResultSet row, int index) throws SQLException {
    return false;
  }

  /** How a query names a column so that its value comes with all its digits. */
  default String selection(Column column) {
    return quote(column.name());
  }

  /**
   * What to bind for a value so that it arrives as it is.
   *
   * @throws IllegalArgumentException when the database cannot hold it, with the reason
   */
  default Object parameter(Object value) {
    if (value instanceof Duration time) {
      return !time.isNegative() && time.toDays() == 0
          ? LocalTime.MIDNIGHT.plus(time)
          : ClockText.of(time);
    }
    return value;
  }

  /**
   * What to bind for an array whose elements are such parameters; asked only where columns can be
   * arrays.
   */
  default Object arrayParameter(List<@Nullable Object> elements) {
    throw new UnsupportedOperationException("this database has no arrays");
  }

  /** The database's clock, asked now. */
  default Instant now(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(clockQuery())) {
      row.next();
      return row.getObject(1, OffsetDateTime.class).toInstant();
    }
  }

  /** Access to the transactions that wrote rows; empty where rows do not name theirs. */
  default Optional<RowTransactions> rowTransactions() {
    return Optional.empty();
  }

  /** Question when the oldest transaction in progress began; empty where it cannot be asked. */
  default Optional<OldestTransaction> oldestTransaction() {
    return Optional.empty();
  }

  /** Calls of the database to whoever listens; empty where it calls nobody. */
  default Optional<Notifications> notifications() {
    return Optional.empty();
  }

  /**
   * One statement that inserts or updates a row, never touches one of the same or a newer version,
   * and counts 0 where it left the row alone. Empty where there is none that keeps all of this:
   * then rows are looked up first.
   */
  default Optional<BoundSql> upsert(RowShape shape) {
    return Optional.empty();
  }

  /** Statements over many rows, where they are faster than a batch; empty where they are not. */
  default Optional<ArraySql> arrays() {
    return Optional.empty();
  }

  /** Way of many new rows into a table past its statements; empty where there is none. */
  default Optional<RowCopy> copy() {
    return Optional.empty();
  }

  /** Whether this fault, its causes aside, may pass by itself. */
  default boolean isTransient(SQLException fault) {
    var state = String.valueOf(fault.getSQLState());
    return fault instanceof SQLTransientException
        || fault instanceof SQLRecoverableException
        || state.startsWith("08")
        || state.startsWith("40");
  }

  /** Whether the server ended a statement that took too long. */
  default boolean isOvertime(SQLException fault) {
    return false;
  }

  /** Whether it is the row's own fault: another row would have been written. */
  default boolean isOfRow(SQLException fault) {
    var state = String.valueOf(fault.getSQLState());
    return fault instanceof SQLDataException
        || fault instanceof SQLIntegrityConstraintViolationException
        || state.startsWith("22")
        || state.startsWith("23");
  }

  /** Whether a column that must have a value got none, neither from the row nor by default. */
  default boolean isNoValue(SQLException fault) {
    return "23502".equals(fault.getSQLState());
  }

  /** What went wrong, in the database's words without the row's values. */
  String reason(SQLException fault);
}
