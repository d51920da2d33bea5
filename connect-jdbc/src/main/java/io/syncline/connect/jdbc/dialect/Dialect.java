package io.syncline.connect.jdbc.dialect;

import io.syncline.connect.jdbc.table.ColumnType;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
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

  default @Nullable LocalTime readTime(ResultSet row, int index) throws SQLException {
    return row.getObject(index, LocalTime.class);
  }

  /** The database's clock, asked now. */
  default Instant now(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(clockQuery())) {
      row.next();
      return row.getObject(1, OffsetDateTime.class).toInstant();
    }
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

  /** Whether this fault, its causes aside, may pass by itself. */
  default boolean isTransient(SQLException fault) {
    var state = String.valueOf(fault.getSQLState());
    return fault instanceof SQLTransientException
        || fault instanceof SQLRecoverableException
        || state.startsWith("08")
        || state.startsWith("40");
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
