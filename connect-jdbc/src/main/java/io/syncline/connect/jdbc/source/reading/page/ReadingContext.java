package io.syncline.connect.jdbc.source.reading.page;

import io.syncline.connect.jdbc.dialect.Dialect;
import io.syncline.connect.jdbc.source.config.SourceConfig;
import io.syncline.connect.jdbc.source.evolution.TableWatch;
import io.syncline.connect.jdbc.table.TableId;

/** What all readers of a task share. */
public record ReadingContext(
    SourceConfig config,
    Dialect dialect,
    Positions positions,
    RunningStatement running,
    TableWatch watch) {

  /** What stands behind FROM for a table, or for the query that is read in its place. */
  public String from(TableId table) {
    return config.query().from().orElseGet(() -> dialect.quote(table));
  }
}
