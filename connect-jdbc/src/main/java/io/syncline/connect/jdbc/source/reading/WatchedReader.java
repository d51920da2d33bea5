package io.syncline.connect.jdbc.source.reading;

import io.syncline.connect.jdbc.source.evolution.Verdict;
import io.syncline.connect.jdbc.source.reading.page.ReadingContext;
import io.syncline.connect.jdbc.source.reading.page.TableReader;
import io.syncline.connect.jdbc.table.TableDefinition;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.SQLException;
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
 * definition that its records are made with. Cost: one short query of the catalog per page, or of
 * the query that is read for no row.
 */
final class WatchedReader implements TableReader {
  /** No such column. */
  private static final Set<String> NO_COLUMN = Set.of("42703", "42S22");

  private final TableId table;
  private final Description description;
  private final ReadingContext context;
  private final Making making;
  private List<String> layout = List.of();
  private @Nullable TableReader reader;
  private boolean inMiddle;
  private boolean atBeginning = true;

  /** A reader may have ended the transaction that held the table as it was. */
  private boolean changedUnseen;

  /** Way of reading a table that is as it is. */
  interface Making {
    TableReader of(TableDefinition table) throws SQLException;
  }

  WatchedReader(ReadingContext context, Description description, Making making) {
    this.context = context;
    this.description = description;
    this.table = description.id();
    this.making = making;
  }

  @Override
  public Page read(Connection connection) throws SQLException {
    if (!inMiddle) {
      look(connection);
    }
    if (atBeginning) {
      description.ensureOrdered(connection);
    }
    if (reader == null) {
      connection.commit();
      return new Page(List.of(), Next.AFTER_PAUSE);
    }
    try {
      var page = reader.read(connection);
      inMiddle = page.next() == Next.SAME_TABLE;
      atBeginning = page.next() == Next.AFTER_PAUSE;
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
      var seen = description.layout(connection);
      if (!seen.equals(layout)) {
        adapt(connection);
        layout = seen;
      }
    } catch (SQLException e) {
      if (!description.isGone(e)) {
        throw e;
      }
      connection.rollback();
      stopMissing();
    }
  }

  private void adapt(Connection connection) throws SQLException {
    var found = description.definition(connection);
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
