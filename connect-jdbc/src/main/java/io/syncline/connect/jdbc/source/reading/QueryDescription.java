package io.syncline.connect.jdbc.source.reading;

import io.syncline.connect.jdbc.database.QueryColumns;
import io.syncline.connect.jdbc.source.config.QuerySelection;
import io.syncline.connect.jdbc.source.config.SourceMode;
import io.syncline.connect.jdbc.source.reading.page.ReadingContext;
import io.syncline.connect.jdbc.table.Column;
import io.syncline.connect.jdbc.table.ColumnType;
import io.syncline.connect.jdbc.table.TableDefinition;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * What the database says of a query, by the metadata of its empty result.
 *
 * <p>Whether a column may be NULL nobody can say beforehand. Those that tell rows apart or order
 * them are taken for NOT NULL, and the rows are asked before each reading.
 *
 * @param from the query, as it stands behind FROM
 */
record QueryDescription(ReadingContext context, TableId id, String from) implements Description {

  @Override
  public List<String> layout(Connection connection) throws SQLException {
    return columns(connection).stream().map(Column::toString).toList();
  }

  private List<Column> columns(Connection connection) throws SQLException {
    var sql = "SELECT * FROM " + from + " WHERE 1 = 0";
    try (var statement = connection.createStatement();
        var rows = context.running().during(statement, () -> statement.executeQuery(sql))) {
      return new QueryColumns(context.dialect()).of(rows.getMetaData());
    }
  }

  @Override
  public Optional<TableDefinition> definition(Connection connection) throws SQLException {
    var found = new TableDefinition(id, columns(connection), List.of());
    refuseTwins(found);
    var keys = context.config().query().keyColumns().stream().map(it -> key(found, it)).toList();
    var ordering = ordering(found, keys);
    var columns = new ArrayList<Column>();
    for (var column : found.columns()) {
      var needed = keys.contains(column.name()) || ordering.contains(column.name());
      var type = ordering.contains(column.name()) ? exactType(connection, column) : column.type();
      columns.add(new Column(column.name(), type, !needed));
    }
    return Optional.of(new TableDefinition(id, columns, keys));
  }

  private ColumnType exactType(Connection connection, Column column) throws SQLException {
    var test = context.dialect().isNumbered(context.dialect().quote(column.name()));
    if (column.type().kind() != ColumnType.Kind.TEXT || test.isEmpty()) {
      return column.type();
    }
    var sql = "SELECT 1 FROM " + from + " WHERE " + test.get() + " LIMIT 1";
    try (var statement = connection.createStatement();
        var row = context.running().during(statement, () -> statement.executeQuery(sql))) {
      return row.next() ? ColumnType.numberedText() : column.type();
    }
  }

  private static void refuseTwins(TableDefinition query) {
    var seen = new HashSet<String>();
    for (var column : query.columns()) {
      if (!seen.add(column.name())) {
        throw new ConfigException(
            "Query %s has two columns %s; give one of them another name with AS."
                .formatted(query.id(), column.name()));
      }
    }
  }

  private static String key(TableDefinition query, String name) {
    return query
        .column(name)
        .map(Column::name)
        .orElseThrow(
            () ->
                new ConfigException(
                    "Query %s has no column %s, which %s names; its columns are %s."
                        .formatted(
                            query.id(),
                            name,
                            QuerySelection.KEY_COLUMNS,
                            query.columns().stream().map(Column::name).toList())));
  }

  /** Columns without which a row would never be met. */
  private Set<String> ordering(TableDefinition query, List<String> keys) {
    var increment = context.config().increment();
    var names = new LinkedHashSet<String>();
    if (increment.mode() == SourceMode.BULK) {
      return names;
    }
    increment.timestampColumn().filter(it -> increment.refuseNulls()).ifPresent(names::add);
    names.addAll(increment.incrementingColumn().map(List::of).orElse(keys));
    return names.stream()
        .flatMap(name -> query.column(name).stream())
        .map(Column::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** A fault of the query names what it lacks. */
  @Override
  public boolean isGone(SQLException fault) {
    return false;
  }

  @Override
  public void ensureOrdered(Connection connection) throws SQLException {
    var query = new TableDefinition(id, columns(connection), List.of());
    var names = List.copyOf(ordering(query, context.config().query().keyColumns()));
    if (!names.isEmpty()) {
      refuseNulls(connection, names);
    }
  }

  private void refuseNulls(Connection connection, List<String> names) throws SQLException {
    var tests = names.stream().map(it -> context.dialect().quote(it) + " IS NULL").toList();
    var sql =
        "SELECT %s FROM %s WHERE %s LIMIT 1"
            .formatted(String.join(", ", tests), from, String.join(" OR ", tests));
    try (var statement = connection.createStatement();
        var row = context.running().during(statement, () -> statement.executeQuery(sql))) {
      if (row.next()) {
        var nulls = new ArrayList<String>();
        for (var i = 1; i <= names.size(); i++) {
          if (row.getBoolean(i)) {
            nulls.add(names.get(i - 1));
          }
        }
        throw new ConnectException(
            "Query %s has rows in which %s is NULL; they have no place in the order and would never be read. Leave them out of the query, or name other columns."
                .formatted(id, nulls));
      }
    }
  }
}
