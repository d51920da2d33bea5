package io.syncline.connect.jdbc.dialect;

import io.syncline.connect.jdbc.table.Column;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Statements that every database understands, with its own quotes and types. */
public final class StandardSql {
  private final Dialect dialect;

  public StandardSql(Dialect dialect) {
    this.dialect = dialect;
  }

  public BoundSql insert(RowShape shape) {
    return insert(shape, "");
  }

  /** With a name for the stored row, where a dialect's clause refers to it. */
  BoundSql insert(RowShape shape, String alias) {
    var sql =
        "INSERT INTO "
            + dialect.quote(shape.table())
            + alias
            + " ("
            + names(shape.columns())
            + ") VALUES ("
            + marks(shape.columns())
            + ")";
    return new BoundSql(sql, shape.columns());
  }

  /** Touches no row when the stored version is the same or newer. */
  public BoundSql update(RowShape shape) {
    var assigned = shape.others().isEmpty() ? shape.keys() : shape.others();
    var sql =
        "UPDATE "
            + dialect.quote(shape.table())
            + " SET "
            + equalities(assigned, ", ")
            + " WHERE "
            + equalities(shape.keys(), " AND ")
            + shape.version().map(this::olderThanGiven).orElse("");
    return new BoundSql(
        sql,
        Stream.of(assigned, shape.keys(), shape.version().stream().toList())
            .flatMap(Collection::stream)
            .toList());
  }

  public BoundSql delete(TableId table, List<String> keys) {
    var sql = "DELETE FROM " + dialect.quote(table) + " WHERE " + equalities(keys, " AND ");
    return new BoundSql(sql, keys);
  }

  /** Answers with a row when any of so many keys is in the table. */
  public String anyExisting(RowShape shape, int keys) {
    var key = "(" + equalities(shape.keys(), " AND ") + ")";
    return "SELECT 1 FROM "
        + dialect.quote(shape.table())
        + " WHERE "
        + String.join(" OR ", Collections.nCopies(keys, key))
        + " LIMIT 1";
  }

  /**
   * Locks those of so many rows that are in the table, and tells of each its number from 0, whether
   * it is older than the given one, and its key. Takes for each the version, if any, and the key.
   *
   * <p>The database compares, since only it knows when two texts are the same key.
   */
  public String lookUp(RowShape shape, int rows) {
    var older = shape.version().map(version -> older(dialect.quote(version))).orElse("1 = 1");
    var rest =
        ", "
            + older
            + ", "
            + names(shape.keys())
            + " FROM "
            + dialect.quote(shape.table())
            + " WHERE "
            + equalities(shape.keys(), " AND ")
            + " FOR UPDATE)";
    return IntStream.range(0, rows)
        .mapToObj(number -> "(SELECT " + number + rest)
        .collect(Collectors.joining(" UNION ALL "));
  }

  public String createTable(TableId table, List<Column> columns, List<String> primaryKey) {
    var parts = new ArrayList<String>();
    columns.forEach(column -> parts.add(definition(column, primaryKey.contains(column.name()))));
    if (!primaryKey.isEmpty()) {
      parts.add("PRIMARY KEY (" + names(primaryKey) + ")");
    }
    return "CREATE TABLE IF NOT EXISTS "
        + dialect.quote(table)
        + " ("
        + String.join(", ", parts)
        + ")";
  }

  public String addColumn(TableId table, Column column) {
    return "ALTER TABLE " + dialect.quote(table) + " ADD COLUMN " + definition(column, false);
  }

  /** See {@link Dialect#prepareLayout}. */
  PreparedStatement prepareLayout(Connection connection, TableId table, String columns)
      throws SQLException {
    var statement =
        connection.prepareStatement(
            "SELECT "
                + columns
                + " FROM information_schema.columns WHERE table_schema = ? AND table_name = ?"
                + " AND NOT EXISTS (SELECT 1 FROM "
                + dialect.quote(table)
                + " WHERE FALSE) ORDER BY ordinal_position");
    statement.setString(1, table.hasSchema() ? table.schema() : dialect.ownSchema(connection));
    statement.setString(2, table.name());
    return statement;
  }

  public String names(List<String> columns) {
    return columns.stream().map(dialect::quote).collect(Collectors.joining(", "));
  }

  private String definition(Column column, boolean key) {
    return dialect.quote(column.name())
        + " "
        + dialect.typeName(column.type(), key)
        + (column.nullable() && !key ? " NULL" : " NOT NULL");
  }

  private String olderThanGiven(String version) {
    return " AND (" + older(dialect.quote(version)) + ")";
  }

  private static String older(String version) {
    return version + " IS NULL OR " + version + " < ?";
  }

  private String equalities(List<String> columns, String separator) {
    return columns.stream()
        .map(column -> dialect.quote(column) + " = ?")
        .collect(Collectors.joining(separator));
  }

  private static String marks(List<String> columns) {
    return columns.stream().map(column -> "?").collect(Collectors.joining(", "));
  }
}
