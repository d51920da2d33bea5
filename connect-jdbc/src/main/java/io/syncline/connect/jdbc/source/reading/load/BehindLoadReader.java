package io.syncline.connect.jdbc.source.reading.load;

import io.syncline.connect.jdbc.source.reading.increment.Cutoff;
import io.syncline.connect.jdbc.source.reading.increment.Increments;
import io.syncline.connect.jdbc.source.reading.page.TableReader;
import io.syncline.connect.jdbc.table.TableDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reading of a table's increments as soon as its load has ended.
 *
 * <p>Not before: what a range still has on its way could be older than what a change makes of it,
 * and come later.
 */
public final class BehindLoadReader implements TableReader {
  private static final Logger LOG = LoggerFactory.getLogger(BehindLoadReader.class);

  private final Cutoff cutoff;
  private final LoadPlan plan;
  private final LoadEnd end;
  private @Nullable TableReader reader;

  public BehindLoadReader(
      Increments increments, Cutoff cutoff, TableDefinition table, LoadShare share) {
    this.cutoff = cutoff;
    this.plan = share.plan();
    this.end = new LoadEnd(increments, cutoff, table, share);
  }

  @Override
  public Page read(Connection connection) throws SQLException {
    if (reader == null) {
      var positions = end.positions(connection);
      connection.commit();
      if (positions.isEmpty()) {
        return new Page(List.of(), Next.IDLE);
      }
      LOG.info("The table is loaded: table={} rows={}", plan.table(), plan.rows());
      reader = cutoff.behind(plan.line(), positions.get());
      // Its first page is read under a new look at the table.
      return new Page(List.of(), Next.SOON);
    }
    return reader.read(connection);
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

  /** Keeps nothing open between readings. */
  @Override
  public void close() {}
}
