package io.syncline.connect.jdbc.source.reading.load;

import io.syncline.connect.jdbc.source.reading.increment.ChangeTracking;
import io.syncline.connect.jdbc.source.reading.increment.Cutoff;
import io.syncline.connect.jdbc.source.reading.page.Cursor;
import io.syncline.connect.jdbc.source.reading.page.KeyOrder;
import io.syncline.connect.jdbc.source.reading.page.KeySteps;
import io.syncline.connect.jdbc.source.reading.page.ReadingContext;
import io.syncline.connect.jdbc.table.TableDefinition;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Division of a large table into ranges of the same number of rows.
 *
 * <p>Cost: the table is counted, and its primary key walked along for the keys between the ranges.
 */
final class TableDivision {
  private static final Logger LOG = LoggerFactory.getLogger(TableDivision.class);
  private static final int TRIES = 50;
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

  private final ReadingContext context;
  private final TableId table;
  private final long rowsPerRange;
  private final Cutoff cutoff;
  private final KeySteps steps;

  TableDivision(ReadingContext context, TableDefinition table, long rowsPerRange) {
    var tracking = new ChangeTracking(context);
    this.context = context;
    this.table = table.id();
    this.rowsPerRange = rowsPerRange;
    this.cutoff = tracking.cutoff(tracking.increments(table));
    this.steps = new KeySteps(context, KeyOrder.of(table, context.dialect()));
  }

  /** Empty when one task is to read the table. */
  Optional<LoadPlan> plan(Connection connection) throws SQLException {
    var line = line(connection);
    if (line.isEmpty()) {
      LOG.warn("One task loads the table, for transactions do not end: table={}", table);
      return Optional.empty();
    }
    var rows = steps.count(connection, cutoff.conditions(line.get()));
    if (rows <= rowsPerRange) {
      return Optional.empty();
    }
    var step = Math.max(rowsPerRange, (rows + LoadPlan.MOST_RANGES - 1) / LoadPlan.MOST_RANGES);
    var ends = steps.walk(connection, step, (int) ((rows - 1) / step));
    LOG.info("Tasks share the load of the table: table={} rows={} step={}", table, rows, step);
    return Optional.of(plan(connection, new Steps(rows, step, ends), line.get()));
  }

  /** The database may need a moment to know what has ended. */
  private Optional<Map<String, String>> line(Connection connection) throws SQLException {
    var line = cutoff.draw(connection);
    for (var i = 1; i < TRIES && line.isEmpty(); i++) {
      LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
      line = cutoff.draw(connection);
    }
    return line;
  }

  /** Steps that were taken along the key. */
  private record Steps(long rows, long step, List<Cursor> ends) {}

  /** The line is drawn again, now that the database was looked at some time before. */
  private LoadPlan plan(Connection connection, Steps taken, Map<String, String> before)
      throws SQLException {
    var line = cutoff.draw(connection).orElse(before);
    var created = context.dialect().now(connection).toEpochMilli();
    connection.commit();
    return new LoadPlan(table, created, taken.rows, taken.step, line, taken.ends);
  }
}
