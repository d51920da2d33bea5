package io.syncline.connect.jdbc.source.reading;

import io.syncline.connect.jdbc.database.TableCatalog;
import io.syncline.connect.jdbc.source.reading.page.ReadingContext;
import io.syncline.connect.jdbc.table.TableDefinition;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the database's catalog says of a table. */
record TableDescription(ReadingContext context, TableId id) implements Description {
  /** No such table. */
  private static final Set<String> GONE = Set.of("42P01", "42S02");

  @Override
  public List<String> layout(Connection connection) throws SQLException {
    try (var statement = context.dialect().prepareLayout(connection, id);
        var rows = context.running().during(statement, statement::executeQuery)) {
      var columns = new ArrayList<String>();
      while (rows.next()) {
        columns.add(text(rows));
      }
      return columns;
    }
  }

  private static String text(ResultSet row) throws SQLException {
    var text = new StringBuilder();
    for (var i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      text.append(row.getString(i)).append('\n');
    }
    return text.toString();
  }

  @Override
  public Optional<TableDefinition> definition(Connection connection) throws SQLException {
    return new TableCatalog(context.dialect(), connection).find(id);
  }

  @Override
  public boolean isGone(SQLException fault) {
    return GONE.contains(String.valueOf(fault.getSQLState()));
  }

  /** A table's columns are declared NOT NULL, or were accepted as they are. */
  @Override
  public void ensureOrdered(Connection connection) {}
}
