package io.syncline.connect.jdbc.database;

import io.syncline.connect.jdbc.dialect.Dialect;
import io.syncline.connect.jdbc.dialect.ReportedColumn;
import io.syncline.connect.jdbc.table.Column;
import io.syncline.connect.jdbc.table.TableDefinition;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tables of a database, read from its metadata. */
public final class TableCatalog {
  private static final String EVERYTHING = "%";

  private final Dialect dialect;
  private final Connection connection;

  public TableCatalog(Dialect dialect, Connection connection) {
    this.dialect = dialect;
    this.connection = connection;
  }

  /** Tables of one schema, in the order of their names. */
  public List<TableId> tables(String schema) throws SQLException {
    var found = new ArrayList<TableId>();
    var types = dialect.tableTypes().toArray(String[]::new);
    try (var rows = metadata().getTables(catalog(schema), jdbcSchema(schema), EVERYTHING, types)) {
      while (rows.next()) {
        if (schemaOf(rows).equals(schema)) {
          found.add(new TableId(schema, rows.getString("TABLE_NAME")));
        }
      }
    }
    return found.stream().sorted().toList();
  }

  /** Schemas in which there may be tables for the user. */
  public Set<String> schemas() throws SQLException {
    var found = new TreeSet<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(dialect.schemasQuery())) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  public String ownSchema() throws SQLException {
    return dialect.ownSchema(connection);
  }

  /** What the database knows of the table; a bare name is sought in the connection's own schema. */
  public Optional<TableDefinition> find(TableId id) throws SQLException {
    var full = id.hasSchema() ? id : id.inSchema(ownSchema());
    var columns = columns(full);
    return columns.isEmpty()
        ? Optional.empty()
        : Optional.of(new TableDefinition(id, columns, primaryKey(full)));
  }

  private List<Column> columns(TableId id) throws SQLException {
    var found = new ArrayList<Column>();
    try (var rows =
        metadata()
            .getColumns(catalog(id.schema()), jdbcSchema(id.schema()), id.name(), EVERYTHING)) {
      while (rows.next()) {
        // The arguments were patterns, to which order_lines is like order-lines.
        if (rows.getString("TABLE_NAME").equals(id.name()) && schemaOf(rows).equals(id.schema())) {
          found.add(column(rows));
        }
      }
    }
    return found;
  }

  /** Columns that every new row must be given a value for. */
  public List<String> mandatoryColumns(TableId id) throws SQLException {
    var full = id.hasSchema() ? id : id.inSchema(ownSchema());
    var found = new ArrayList<String>();
    try (var rows =
        metadata()
            .getColumns(
                catalog(full.schema()), jdbcSchema(full.schema()), full.name(), EVERYTHING)) {
      while (rows.next()) {
        if (rows.getString("TABLE_NAME").equals(full.name())
            && schemaOf(rows).equals(full.schema())
            && isMandatory(rows)) {
          found.add(rows.getString("COLUMN_NAME"));
        }
      }
    }
    return found;
  }

  private static boolean isMandatory(ResultSet row) throws SQLException {
    return row.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls
        && row.getString("COLUMN_DEF") == null
        && !"YES".equals(row.getString("IS_AUTOINCREMENT"))
        && !"YES".equals(row.getString("IS_GENERATEDCOLUMN"));
  }

  private Column column(ResultSet row) throws SQLException {
    var jdbcType = row.getInt("DATA_TYPE");
    var reported =
        new ReportedColumn(
            jdbcType == Types.DISTINCT ? row.getInt("SOURCE_DATA_TYPE") : jdbcType,
            row.getString("TYPE_NAME").toLowerCase(Locale.ROOT),
            row.getInt("COLUMN_SIZE"),
            row.getInt("DECIMAL_DIGITS"));
    return new Column(
        row.getString("COLUMN_NAME"),
        dialect.columnType(reported),
        row.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls);
  }

  private List<String> primaryKey(TableId id) throws SQLException {
    var byPosition = new TreeMap<Integer, String>();
    try (var rows =
        metadata().getPrimaryKeys(catalog(id.schema()), jdbcSchema(id.schema()), id.name())) {
      while (rows.next()) {
        byPosition.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
      }
    }
    return List.copyOf(byPosition.values());
  }

  private String schemaOf(ResultSet row) throws SQLException {
    return row.getString(dialect.schemasAreCatalogs() ? "TABLE_CAT" : "TABLE_SCHEM");
  }

  private @Nullable String catalog(String schema) {
    return dialect.schemasAreCatalogs() ? schema : null;
  }

  private @Nullable String jdbcSchema(String schema) {
    return dialect.schemasAreCatalogs() ? null : schema;
  }

  private DatabaseMetaData metadata() throws SQLException {
    return connection.getMetaData();
  }
}
