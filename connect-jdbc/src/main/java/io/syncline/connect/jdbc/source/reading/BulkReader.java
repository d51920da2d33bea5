package io.syncline.connect.jdbc.source.reading;

import io.syncline.connect.jdbc.dialect.Dialect;
import io.syncline.connect.jdbc.source.reading.page.ReadingContext;
import io.syncline.connect.jdbc.source.reading.page.RunningStatement;
import io.syncline.connect.jdbc.source.reading.page.TableReader;
import io.syncline.connect.jdbc.source.record.RowMapping;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reading of a whole table, again and again.
 *
 * <p>One statement sees one state of the table, so a poll is a consistent picture. All its records
 * carry the time at which it began, by the database's clock.
 */
final class BulkReader implements TableReader {
  private final RowMapping mapping;
  private final Map<String, String> partition;
  private final Dialect dialect;
  private final String sql;
  private final int rows;
  private final RunningStatement running;
  private @Nullable ResultSet open;
  private long startedAt;

  BulkReader(ReadingContext context, TableId table, RowMapping mapping) {
    this.mapping = mapping;
    this.partition = context.positions().partition(table);
    this.dialect = context.dialect();
    this.rows = context.config().poll().rows();
    this.running = context.running();
    this.sql = "SELECT " + String.join(", ", mapping.selection()) + " FROM " + context.from(table);
  }

  @Override
  public Page read(Connection connection) throws SQLException {
    var result = open == null ? start(connection) : open;
    var records = new ArrayList<SourceRecord>();
    while (records.size() < rows) {
      if (!result.next()) {
        finish(connection);
        return new Page(records, Next.AFTER_PAUSE);
      }
      records.add(mapping.read(result, partition, null, startedAt));
    }
    return new Page(records, Next.SAME_TABLE);
  }

  private ResultSet start(Connection connection) throws SQLException {
    startedAt = dialect.now(connection).toEpochMilli();
    var statement = connection.createStatement();
    statement.setFetchSize(rows);
    statement.closeOnCompletion();
    open = running.during(statement, () -> statement.executeQuery(sql));
    return open;
  }

  private void finish(Connection connection) throws SQLException {
    close();
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    if (open != null) {
      Statement statement = open.getStatement();
      open = null;
      statement.close();
    }
  }
}
