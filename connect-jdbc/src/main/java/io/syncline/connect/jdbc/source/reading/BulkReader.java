package io.syncline.connect.jdbc.source.reading;

import io.syncline.connect.jdbc.dialect.Dialect;
import io.syncline.connect.jdbc.source.reading.page.PageBounds;
import io.syncline.connect.jdbc.source.reading.page.Partitions;
import io.syncline.connect.jdbc.source.reading.page.ReadingContext;
import io.syncline.connect.jdbc.source.reading.page.RunningStatement;
import io.syncline.connect.jdbc.source.reading.page.TableReader;
import io.syncline.connect.jdbc.source.record.RowMapping;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
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
  private final PageBounds bounds;
  private final Duration patience;
  private final RunningStatement running;
  private @Nullable ResultSet open;
  private long startedAt;

  BulkReader(ReadingContext context, TableId table, RowMapping mapping) {
    this.mapping = mapping;
    this.partition = Partitions.of(table);
    this.dialect = context.dialect();
    this.bounds = new PageBounds(context.config().poll());
    this.patience = context.config().connection().patience();
    this.running = context.running();
    this.sql = "SELECT " + String.join(", ", mapping.selection()) + " FROM " + dialect.quote(table);
  }

  @Override
  public Page read(Connection connection) throws SQLException {
    bounds.begin();
    var result = open == null ? start(connection) : open;
    result.setFetchSize(bounds.portion());
    var records = new ArrayList<SourceRecord>();
    while (result.next()) {
      var record = mapping.read(result, partition, null, startedAt);
      records.add(record);
      if (bounds.reachedWith(mapping.size(record))) {
        return new Page(records, Next.SAME_TABLE);
      }
    }
    finish(connection);
    return new Page(records, Next.AFTER_PAUSE);
  }

  private ResultSet start(Connection connection) throws SQLException {
    if (dialect.fetchingIsRunning()) {
      dialect.limitStatements(connection, Duration.ZERO);
    }
    startedAt = dialect.now(connection).toEpochMilli();
    var statement = connection.createStatement();
    statement.setFetchSize(bounds.portion());
    statement.closeOnCompletion();
    open = running.during(statement, () -> statement.executeQuery(sql));
    return open;
  }

  private void finish(Connection connection) throws SQLException {
    close();
    if (dialect.fetchingIsRunning()) {
      dialect.limitStatements(connection, patience);
    }
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
