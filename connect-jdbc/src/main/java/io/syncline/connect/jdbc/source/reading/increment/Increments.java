package io.syncline.connect.jdbc.source.reading.increment;

import io.syncline.connect.jdbc.source.reading.page.ReadingContext;
import io.syncline.connect.jdbc.source.reading.page.RecordPages;
import io.syncline.connect.jdbc.source.reading.page.RecordPages.RowTime;
import io.syncline.connect.jdbc.source.record.RowMapping;
import io.syncline.connect.jdbc.table.TableId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;

/**
 * A table whose rows are told by their changes.
 *
 * @param order of the changes
 */
public record Increments(ReadingContext context, RowMapping mapping, IncrementOrder order) {

  public TableId table() {
    return mapping.table();
  }

  /** Pages in the order of the changes. */
  RecordPages pages(List<String> noted) {
    var partition = context.positions().partition(table());
    return new RecordPages(context, mapping, partition, order.columns(), noted);
  }

  Highest highest() {
    return Highest.of(context, table(), order);
  }

  /** A line that was drawn by the column that is read by now. */
  Map<String, String> own(Map<String, String> line) {
    if (!order.first().name().equals(line.get(Cutoff.BY))) {
      throw drawnOtherwise();
    }
    return line;
  }

  ConfigException drawnOtherwise() {
    return new ConfigException(
        ("The load of table %s began with another mode, transaction.horizon, timestamp or"
                + " incrementing column. Change it back until the load has ended, or reset the"
                + " connector's offsets (DELETE /connectors/<name>/offsets) to read the table"
                + " again.")
            .formatted(table()));
  }

  /**
   * Time of a row's record: its timestamp, if the table is read by one.
   *
   * @param now the database's clock
   */
  public RowTime time(Instant now) {
    if (!order.byTimestamp()) {
      return row -> now.toEpochMilli();
    }
    var index = mapping.columns().indexOf(order.first().name()) + 1;
    return row -> order.toMillis(order.first().readTimestamp(row, index));
  }
}
