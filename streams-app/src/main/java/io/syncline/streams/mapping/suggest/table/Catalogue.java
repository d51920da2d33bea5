package io.syncline.streams.mapping.suggest.table;

import io.syncline.streams.mapping.preview.TableSample;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a database says of its own tables, and questions about their rows. */
final class Catalogue {

  private static final int SECONDS = 30;
  private static final double MOST = 0.9;
  private static final int TABLE_NAME = 3;
  private static final int COLUMN_NAME = 4;
  private static final String[] KINDS = {"TABLE", "BASE TABLE", "PARTITIONED TABLE"};

  /** Not read: they are large, and no field is made of them. */
  private static final Set<Integer> BYTES =
      Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB, Types.ARRAY);

  private final Connection connection;
  private final DatabaseMetaData database;
  private final @Nullable String catalogue;
  private final @Nullable String schema;
  private final String quote;

  Catalogue(Connection connection) throws SQLException {
    this.connection = connection;
    this.database = connection.getMetaData();
    this.catalogue = connection.getCatalog();
    // What is a schema to PostgreSQL is a catalogue to MariaDB.
    this.schema = database.supportsSchemasInTableDefinitions() ? connection.getSchema() : null;
    this.quote = database.getIdentifierQuoteString();
  }

  List<String> tables() throws SQLException {
    try (var read = database.getTables(catalogue, schema, "%", KINDS)) {
      return strings(read, TABLE_NAME);
    }
  }

  /** The first rows of a table, in order of its primary key where it has one. */
  TableSample sample(String table, int rows) throws SQLException {
    var key = key(table);
    var order = key.isEmpty() ? "" : " order by " + quoted(key.stream());
    var columns = columns(table);
    var select =
        "select %s from %s%s"
            .formatted(columns.isEmpty() ? "1" : quoted(columns.stream()), quoted(table), order);
    try (var statement = connection.createStatement()) {
      statement.setMaxRows(rows);
      statement.setQueryTimeout(SECONDS);
      try (var read = statement.executeQuery(select)) {
        return TableSample.of(table, key, read, ZoneOffset.UTC);
      }
    }
  }

  private List<String> columns(String table) throws SQLException {
    var columns = new ArrayList<String>();
    try (var read = database.getColumns(catalogue, schema, escaped(table), "%")) {
      while (read.next()) {
        if (!BYTES.contains(read.getInt("DATA_TYPE"))) {
          columns.add(read.getString(COLUMN_NAME));
        }
      }
    }
    return columns;
  }

  private List<String> key(String table) throws SQLException {
    var columns = new TreeMap<Integer, String>();
    try (var read = database.getPrimaryKeys(catalogue, schema, table)) {
      while (read.next()) {
        columns.put((int) read.getShort("KEY_SEQ"), read.getString("COLUMN_NAME"));
      }
    }
    return List.copyOf(columns.values());
  }

  /** The declared foreign keys of one column. */
  List<Reference> references(String table) throws SQLException {
    Map<String, List<Reference>> byKey = new HashMap<>();
    try (var read = database.getImportedKeys(catalogue, schema, table)) {
      while (read.next()) {
        var key = read.getString("FK_NAME") + read.getString("PKTABLE_NAME");
        byKey
            .computeIfAbsent(key, name -> new ArrayList<>())
            .add(reference(read.getString("FKCOLUMN_NAME"), read.getString("PKTABLE_NAME")));
      }
    }
    return byKey.values().stream()
        .filter(columns -> columns.size() == 1)
        .map(columns -> columns.get(0))
        .toList();
  }

  private static Reference reference(String column, String table) {
    return new Reference(column, table, true);
  }

  /**
   * Whether nearly every value of a column, up to a number of them, is one of another table's; not
   * when the database cannot compare them.
   */
  boolean holds(String table, String column, String other, String key, int most)
      throws SQLException {
    var sql =
        """
        select count(*), count(k.%4$s)
        from (select distinct %2$s as v from %1$s where %2$s is not null limit %5$d) s
        left join %3$s k on k.%4$s = s.v"""
            .formatted(quoted(table), quoted(column), quoted(other), quoted(key), most);
    try (var statement = connection.createStatement()) {
      statement.setQueryTimeout(SECONDS);
      try (var read = statement.executeQuery(sql)) {
        return read.next() && read.getInt(1) > 0 && read.getInt(2) >= MOST * read.getInt(1);
      }
    } catch (SQLException e) {
      connection.rollback();
      return false;
    }
  }

  private static List<String> strings(ResultSet read, int place) throws SQLException {
    var strings = new ArrayList<String>();
    while (read.next()) {
      strings.add(read.getString(place));
    }
    return strings;
  }

  /** A name where a pattern is taken. */
  private String escaped(String name) throws SQLException {
    var escape = database.getSearchStringEscape();
    return name.replace(escape, escape + escape)
        .replace("_", escape + "_")
        .replace("%", escape + "%");
  }

  private String quoted(Stream<String> names) {
    return names.map(this::quoted).collect(Collectors.joining(", "));
  }

  private String quoted(String name) {
    return quote + name.replace(quote, quote + quote) + quote;
  }
}
