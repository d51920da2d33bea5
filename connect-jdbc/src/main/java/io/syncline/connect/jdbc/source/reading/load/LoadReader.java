package io.syncline.connect.jdbc.source.reading.load;

import io.syncline.connect.jdbc.source.reading.increment.Cutoff;
import io.syncline.connect.jdbc.source.reading.increment.Increments;
import io.syncline.connect.jdbc.source.reading.page.TableReader;
import io.syncline.connect.jdbc.table.TableDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reading of a task's ranges of a table, one after the other. */
public final class LoadReader implements TableReader {
  private static final Logger LOG = LoggerFactory.getLogger(LoadReader.class);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  private final Increments increments;
  private final LoadPlan plan;
  private final List<RangeReader> ranges;
  private final boolean first;
  private boolean agreed;
  private boolean told;
  private Instant waitsSince = Instant.MAX;

  public LoadReader(Increments increments, Cutoff cutoff, TableDefinition table, LoadShare share) {
    this.increments = increments;
    this.plan = share.plan();
    this.first = share.ranges().contains(0);
    this.ranges =
        share.ranges().stream().map(range -> range(increments, cutoff, table, range)).toList();
  }

  private RangeReader range(
      Increments increments, Cutoff cutoff, TableDefinition table, int range) {
    var rows = new RangeRows(increments, cutoff, table, plan, range);
    return new RangeReader(increments, cutoff, plan, rows, plan.rows(range));
  }

  @Override
  public Page read(Connection connection) throws SQLException {
    var next = next();
    if (next.isEmpty()) {
      connection.commit();
      return new Page(List.of(), Next.FINISHED);
    }
    var now = increments.context().dialect().now(connection);
    if (!isAgreed(connection, now)) {
      return new Page(List.of(), Next.IDLE);
    }
    var records = next.get().read(connection, now);
    return new Page(records, next().isEmpty() ? Next.AFTER_PAUSE : Next.SOON);
  }

  private Optional<RangeReader> next() {
    return ranges.stream().filter(range -> !range.finished()).findFirst();
  }

  /**
   * A plan that was made twice must not be followed twice, nor one of a table that was read without
   * it; the connector will tell what holds.
   */
  private boolean isAgreed(Connection connection, Instant now) throws SQLException {
    if (!agreed) {
      // The stored offsets are waited for, and the table should not be locked as long.
      connection.commit();
      var positions = increments.context().positions();
      var begun = positions.stored().offset(positions.partition(plan.table())) != null;
      var stored = StoredLoad.read(positions.stored(), plan.table());
      agreed = !begun && !stored.contradicts(plan) && (stored.plan().isPresent() || mayBegin(now));
      tellOfOtherPlan(begun || stored.contradicts(plan));
    }
    return agreed;
  }

  /**
   * One task sends the first page, and the others wait for it: so only one brings the records'
   * schemas to a registry that has never seen them, and tasks of two plans cannot both begin.
   * Should that task have no row to send, the others begin without it.
   */
  private boolean mayBegin(Instant now) {
    waitsSince = waitsSince.isBefore(now) ? waitsSince : now;
    return first || Duration.between(waitsSince, now).compareTo(LONGEST_WAIT) > 0;
  }

  private void tellOfOtherPlan(boolean other) {
    if (other && !told) {
      told = true;
      LOG.warn("The table's reading began in another way; waiting: table={}", plan.table());
    }
  }

  @Override
  public OptionalLong behind(Connection connection) {
    return OptionalLong.of(ranges.stream().mapToLong(RangeReader::remaining).sum());
  }

  /** Keeps nothing open between readings. */
  @Override
  public void close() {}
}
