package io.syncline.connect.jdbc.source.reading.compare;

import io.syncline.connect.jdbc.dialect.Dialect;
import io.syncline.connect.jdbc.source.reading.page.Cursor;
import io.syncline.connect.jdbc.source.reading.page.KeyOrder;
import io.syncline.connect.jdbc.source.reading.page.ReadingContext;
import io.syncline.connect.jdbc.source.reading.page.RecordPages;
import io.syncline.connect.jdbc.source.reading.page.RecordPages.Request;
import io.syncline.connect.jdbc.source.reading.page.TableReader;
import io.syncline.connect.jdbc.source.record.RowMapping;
import io.syncline.connect.jdbc.source.record.RowRecord;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reading of what differs from what was sent, one pass over the table after the other.
 *
 * <p>A pass reads every page in the order of the primary key, then tells of the rows that it did
 * not meet. A row marked as deleted counts as not met. Nothing is remembered of a page before all
 * of it was read, so a lost connection costs no change; the next session begins a new pass.
 */
public final class CompareReader implements TableReader {
  private static final Logger LOG = LoggerFactory.getLogger(CompareReader.class);
  private final TableId table;
  private final RowMapping mapping;
  private final Dialect dialect;
  private final RecordPages pages;
  private final KnownRows known;
  private final int rows;
  private Optional<Cursor> after = Optional.empty();
  private boolean readToEnd;
  private PassCount count = new PassCount();

  public CompareReader(ReadingContext context, RowMapping mapping, KeyOrder order) {
    this.table = order.table();
    this.mapping = mapping;
    this.dialect = context.dialect();
    this.pages = new RecordPages(context, mapping, Map.of(), order.columns(), List.of());
    var partition = context.positions().partition(table);
    this.known =
        context
            .positions()
            .memory(table, KnownRows.class, stored -> KnownRows.load(stored, partition));
    this.rows = context.config().poll().rows();
    known.startPass();
  }

  /** Rows and tombstones of one pass, by what became of them. */
  private static final class PassCount {
    private long read;
    private long sent;
    private long deleted;
  }

  @Override
  public Page read(Connection connection) throws SQLException {
    var now = dialect.now(connection).toEpochMilli();
    if (readToEnd) {
      connection.commit();
      return deleted(now);
    }
    var request = new Request(List.of(), after, RecordPages.NO_NOTE, row -> now);
    var page = pages.fetch(connection, request);
    after = page.next();
    readToEnd = after.isEmpty();
    return new Page(changes(page.records()), Next.SOON);
  }

  private List<SourceRecord> changes(List<SourceRecord> page) {
    var records = new ArrayList<SourceRecord>();
    for (var row : page) {
      if (row.value() instanceof Struct value) {
        known
            .meet(RowKeys.toBytes(row.key()), known.digests().of(value))
            .ifPresent(point -> records.add(RowRecord.at(point.partition(), point.offset(), row)));
      }
    }
    count.read += page.size();
    count.sent += records.size();
    return records;
  }

  private Page deleted(long now) {
    var records = new ArrayList<SourceRecord>();
    for (var row : known.forgetUnmet(rows)) {
      var rowKey = RowKeys.toKey(row.key(), mapping.keySchema());
      var point = row.point();
      records.add(mapping.tombstone(rowKey, point.partition(), point.offset(), now));
    }
    count.deleted += records.size();
    if (records.size() == rows) {
      return new Page(records, Next.SOON);
    }
    finishPass();
    return new Page(records, Next.AFTER_PAUSE);
  }

  private void finishPass() {
    if (count.sent + count.deleted > 0) {
      LOG.info(
          "The table was not as it was sent: table={} rows={} sent={} deleted={}",
          table,
          count.read,
          count.sent,
          count.deleted);
    } else {
      LOG.debug("The table is as it was sent: table={} rows={}", table, count.read);
    }
    count = new PassCount();
    after = Optional.empty();
    readToEnd = false;
    known.startPass();
  }

  /** Keeps nothing open between readings. */
  @Override
  public void close() {}
}
