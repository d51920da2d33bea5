package io.syncline.streams.mapping.preview;

import io.syncline.streams.mapping.folder.ConnectorFile;
import io.syncline.streams.yaml.DeclarationException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The database of a source, reached as its connector reaches it, and only read. */
final class SourceDatabase implements AutoCloseable {

  private static final int SECONDS = 30;

  private final Connection connection;
  private final ConnectorFile connector;
  private final ZoneId zone;

  private SourceDatabase(Connection connection, ConnectorFile connector, ZoneId zone) {
    this.connection = connection;
    this.connector = connector;
    this.zone = zone;
  }

  /**
   * Connects.
   *
   * @param environment fills in `${env:…}` of the connector's settings
   */
  static SourceDatabase open(ConnectorFile connector, Map<String, String> environment)
      throws SQLException {
    var url =
        connector
            .setting("connection.url", environment)
            .orElseThrow(() -> new DeclarationException("the connector lacks 'connection.url'"));
    var login = new Properties();
    connector.setting("connection.user", environment).ifPresent(v -> login.put("user", v));
    connector.setting("connection.password", environment).ifPresent(v -> login.put("password", v));
    var zone = connector.zone(environment);
    var connection = DriverManager.getConnection(url, login);
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    return new SourceDatabase(connection, connector, zone);
  }

  /** The first rows of a table, in order of its primary key where it has one. */
  TableSample sample(String table, int rows) throws SQLException {
    return read(table, primaryKey(connector.qualified(table)), "", List.of(), rows);
  }

  /**
   * The rows of a table that have these values.
   *
   * @param columns the columns that have them; none for the primary key
   */
  TableSample having(String table, List<String> columns, List<Object> values, int rows)
      throws SQLException {
    var key = primaryKey(connector.qualified(table));
    var where = new StringJoiner(" and ", " where ", "");
    for (var column : columns.isEmpty() ? key : columns) {
      where.add(quotedAll(Stream.of(column), "") + " = ?");
    }
    return read(table, key, where.toString(), values, rows);
  }

  private TableSample read(
      String table, List<String> key, String where, List<Object> values, int rows)
      throws SQLException {
    var from = quotedAll(Stream.of(connector.qualified(table).split("\\.")), ".");
    var order = key.isEmpty() ? "" : " order by " + quotedAll(key.stream(), ", ");
    try (var statement =
        connection.prepareStatement("select * from %s%s%s".formatted(from, where, order))) {
      for (var place = 0; place < values.size(); place++) {
        statement.setObject(place + 1, values.get(place));
      }
      statement.setMaxRows(rows);
      statement.setQueryTimeout(SECONDS);
      try (var read = statement.executeQuery()) {
        return TableSample.of(table, key, read, zone);
      }
    } finally {
      connection.rollback();
    }
  }

  private List<String> primaryKey(String name) throws SQLException {
    var parts = name.split("\\.");
    var schema = parts.length > 1 ? parts[parts.length - 2] : null;
    var columns = new TreeMap<Integer, String>();
    try (var keys = keysOf(schema, parts[parts.length - 1])) {
      while (keys.next()) {
        columns.put((int) keys.getShort("KEY_SEQ"), keys.getString("COLUMN_NAME"));
      }
    }
    return List.copyOf(columns.values());
  }

  /** What is a schema to PostgreSQL is a catalogue to MariaDB. */
  private ResultSet keysOf(@Nullable String schema, String table) throws SQLException {
    DatabaseMetaData database = connection.getMetaData();
    return database.supportsSchemasInTableDefinitions()
        ? database.getPrimaryKeys(
            connection.getCatalog(),
            Optional.ofNullable(schema).orElse(connection.getSchema()),
            table)
        : database.getPrimaryKeys(
            Optional.ofNullable(schema).orElse(connection.getCatalog()), null, table);
  }

  private String quotedAll(Stream<String> names, String separator) throws SQLException {
    var quote = connection.getMetaData().getIdentifierQuoteString();
    return names
        .map(name -> quote + name.replace(quote, quote + quote) + quote)
        .collect(Collectors.joining(separator));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
