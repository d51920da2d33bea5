package io.syncline.connect.jdbc.source.reading.increment;

import io.syncline.connect.jdbc.source.reading.page.Partitions;
import io.syncline.connect.jdbc.source.reading.page.ReadingContext;
import io.syncline.connect.jdbc.source.reading.page.RecordPages;
import io.syncline.connect.jdbc.source.reading.page.RecordPages.RowTime;
import io.syncline.connect.jdbc.source.record.RowMapping;
import io.syncline.connect.jdbc.table.TableId;
import java.time.Instant;
import java.util.List;

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
    return new RecordPages(context, mapping, Partitions.of(table()), order.columns(), noted);
  }

  Highest highest() {
    return new Highest(table(), order, context.running());
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
