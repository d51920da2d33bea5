package io.syncline.connect.jdbc.source.reading.load;

import io.syncline.connect.jdbc.source.reading.increment.Cutoff;
import io.syncline.connect.jdbc.source.reading.increment.Increments;
import io.syncline.connect.jdbc.source.reading.page.Cursor;
import io.syncline.connect.jdbc.source.reading.page.RecordPages;
import io.syncline.connect.jdbc.source.reading.page.RecordPages.Request;
import io.syncline.connect.jdbc.source.record.RowRecord;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Reading of one range, page after page.
 *
 * <p>The last record says so in its offset, by which others know that nothing of the range is on
 * its way any more. So the last row of a page is left for the next page, where it will be known
 * whether another follows; unless it is the page's only one.
 */
final class RangeReader {
  private final Increments increments;
  private final LoadPlan plan;
  private final String planText;
  private final RangeRows rows;
  private final RecordPages.Note note;
  private final long total;
  private Optional<Cursor> place;
  private long read;
  private boolean finished;

  RangeReader(Increments increments, Cutoff cutoff, LoadPlan plan, RangeRows rows, long total) {
    this.increments = increments;
    this.plan = plan;
    this.planText = PlanText.of(plan);
    this.rows = rows;
    this.total = total;
    var position = position();
    this.note = cutoff.note(plan.line(), position);
    this.read = RangeOffset.rows(position);
    this.finished = RangeOffset.isDone(position);
    this.place = finished ? Optional.empty() : rows.place(position);
  }

  private Map<String, ?> position() {
    var position = rows.pages().position();
    return RangeOffset.isOf(plan, position) ? position : Map.of();
  }

  boolean finished() {
    return finished;
  }

  /** Rows that are still to be read, as they were counted. */
  long remaining() {
    return finished ? 0 : Math.max(0, total - read);
  }

  /**
   * The next records.
   *
   * @param now the database's clock
   */
  List<SourceRecord> read(Connection connection, Instant now) throws SQLException {
    var request = new Request(rows.conditions(), place, this::note, increments.time(now));
    var page = rows.pages().fetch(connection, request);
    var records = new ArrayList<>(page.records());
    finished = page.next().isEmpty();
    if (finished) {
      finish(records);
    } else if (records.size() > 1) {
      records.remove(records.size() - 1);
    }
    rows.pages().remember(records);
    place = finished ? Optional.empty() : rows.place(position());
    read = RangeOffset.rows(position());
    return records;
  }

  /** Where there is no record left to say so, the task at least remembers. */
  private void finish(List<SourceRecord> records) {
    if (records.isEmpty()) {
      rows.pages().remember(asLast(position()));
    } else {
      var last = records.remove(records.size() - 1);
      records.add(RowRecord.at(last.sourcePartition(), asLast(last.sourceOffset()), last));
    }
  }

  private Consumer<Map<String, String>> note(ResultSet row, int index) throws SQLException {
    var seen = note.of(row, index);
    read++;
    var count = read;
    return seen.andThen(offset -> RangeOffset.put(offset, planText, count));
  }

  private Map<String, String> asLast(Map<String, ?> offset) {
    var last = new HashMap<String, String>();
    offset.forEach((name, value) -> last.put(name, String.valueOf(value)));
    RangeOffset.put(last, planText, read);
    RangeOffset.putDone(last);
    return last;
  }
}
