package io.syncline.connect.jdbc.source.reading;

import io.syncline.connect.jdbc.database.TableCatalog;
import io.syncline.connect.jdbc.source.evolution.Verdict;
import io.syncline.connect.jdbc.source.reading.page.ReadingContext;
import io.syncline.connect.jdbc.source.reading.page.TableReader;
import io.syncline.connect.jdbc.table.TableDefinition;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.errors.ConnectException;
import org.jspecify.annotations.Nullable;

/**
 * Reading of a table whose definition may change.
 *
 * <p>Before each page the database is asked whether the table is as it was. The question locks the
 * table against changes until the page's transaction ends, so a page is always read under the
 * definition that its records are made with. Cost: one short query of the catalog per page.
 */
final class WatchedReader implements TableReader {
  /** No such table. */
  private static final Set<String> GONE = Set.of("42P01", "42S02");

  /** No such column. */
  private static final Set<String> NO_COLUMN = Set.of("42703", "42S22");

  private final TableId table;
  private final ReadingContext context;
  private final Making making;
  private List<String> layout = List.of();
  private @Nullable TableReader reader;
  private boolean inMiddle;

  /** A reader may have ended the transaction that held the table as it was. */
  private boolean changedUnseen;

  /** Way of reading a table that is as it is. */
  interface Making {
    TableReader of(TableDefinition table) throws SQLException;
  }

  WatchedReader(ReadingContext context, TableId table, Making making) {
    this.context = context;
    this.table = table;
    this.making = making;
  }

  @Override
  public Page read(Connection connection) throws SQLException {
    if (!inMiddle) {
      look(connection);
    }
    if (reader == null) {
      connection.commit();
      return new Page(List.of(), Next.AFTER_PAUSE);
    }
    try {
      var page = reader.read(connection);
      inMiddle = page.next() == Next.SAME_TABLE;
      changedUnseen = false;
      return page;
    } catch (SQLException e) {
      if (changedUnseen || !NO_COLUMN.contains(String.valueOf(e.getSQLState()))) {
        throw e;
      }
      changedUnseen = true;
      connection.rollback();
      return new Page(List.of(), Next.SOON);
    }
  }

  @Override
  public OptionalLong behind(Connection connection) throws SQLException {
    return reader == null ? OptionalLong.empty() : reader.behind(connection);
  }

  @Override
  public void expectChange() {
    if (reader != null) {
      reader.expectChange();
    }
  }

  /** Compares the table with what it was, and goes by what it is. */
  void look(Connection connection) throws SQLException {
    try {
      var seen = layout(connection);
      if (!seen.equals(layout)) {
        adapt(connection);
        layout = seen;
      }
    } catch (SQLException e) {
      if (!GONE.contains(String.valueOf(e.getSQLState()))) {
        throw e;
      }
      connection.rollback();
      stopMissing();
    }
  }

  private List<String> layout(Connection connection) throws SQLException {
    try (var statement = context.dialect().prepareLayout(connection, table);
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

  private void adapt(Connection connection) throws SQLException {
    var found = new TableCatalog(context.dialect(), connection).find(table);
    if (found.isEmpty()) {
      stopMissing();
    } else if (context.watch().judge(found.get()) instanceof Verdict.Read verdict) {
      replace(connection, verdict);
    } else {
      close();
    }
  }

  private void replace(Connection connection, Verdict.Read verdict) throws SQLException {
    close();
    context.dialect().forgetPlans(connection);
    try {
      reader = making.of(verdict.table());
      context.watch().accept(verdict);
    } catch (ConfigException e) {
      if (!context.watch().knows(table)) {
        throw e;
      }
      context.watch().stop(table, String.valueOf(e.getMessage()));
    }
  }

  private void stopMissing() throws SQLException {
    if (!context.watch().knows(table)) {
      throw new ConnectException("Table " + table + " is not there any more.");
    }
    close();
    layout = List.of();
    context.watch().stop(table, "it is not there any more");
  }

  @Override
  public void close() throws SQLException {
    if (reader != null) {
      var old = reader;
      reader = null;
      old.close();
    }
  }
}
