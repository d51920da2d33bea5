package io.syncline.connect.jdbc.source.reading.load;

import io.syncline.connect.jdbc.source.reading.increment.Cutoff;
import io.syncline.connect.jdbc.source.reading.increment.Increments;
import io.syncline.connect.jdbc.source.reading.page.TableReader;
import io.syncline.connect.jdbc.table.TableDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reading of a task's ranges of a table, one after the other. */
public final class LoadReader implements TableReader {
  private static final Logger LOG = LoggerFactory.getLogger(LoadReader.class);

  private final Increments increments;
  private final LoadPlan plan;
  private final List<RangeReader> ranges;
  private boolean agreed;

  public LoadReader(Increments increments, Cutoff cutoff, TableDefinition table, LoadShare share) {
    this.increments = increments;
    this.plan = share.plan();
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
    var next = ranges.stream().filter(range -> !range.finished()).findFirst();
    if (next.isEmpty() || !isAgreed()) {
      connection.commit();
      return new Page(List.of(), Next.IDLE);
    }
    var now = increments.context().dialect().now(connection);
    return new Page(next.get().read(connection, now), Next.SOON);
  }

  /** A plan that was made twice must not be followed twice; the connector will tell which holds. */
  private boolean isAgreed() {
    if (!agreed) {
      var stored = StoredLoad.read(increments.context().positions().stored(), plan.table());
      agreed = !stored.contradicts(plan);
      if (!agreed) {
        LOG.warn(
            "The table's load began by another plan; waiting to be told of it: table={}",
            plan.table());
      }
    }
    return agreed;
  }

  @Override
  public OptionalLong behind(Connection connection) {
    return OptionalLong.of(ranges.stream().mapToLong(RangeReader::remaining).sum());
  }

  /** Keeps nothing open between readings. */
  @Override
  public void close() {}
}
