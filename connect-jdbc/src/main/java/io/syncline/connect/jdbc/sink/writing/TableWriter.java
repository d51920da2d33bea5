package io.syncline.connect.jdbc.sink.writing;

import io.syncline.connect.jdbc.dialect.SqlFault;
import io.syncline.connect.jdbc.dialect.SqlFault.Kind;
import io.syncline.connect.jdbc.sink.config.InsertMode;
import io.syncline.connect.jdbc.sink.row.RejectedRecordException;
import io.syncline.connect.jdbc.sink.row.RowChange;
import io.syncline.connect.jdbc.sink.row.RowChange.Write;
import io.syncline.connect.jdbc.sink.row.RowMapper;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writing of records into one table, each batch in one transaction.
 *
 * <p>When a row makes the database refuse a batch, the batch is halved until the row stands alone.
 * Halves are done in order, so the order of a key's records is kept. Cost: about 2·log2(n)
 * transactions for each bad row among n.
 */
final class TableWriter {
  private static final Logger LOG = LoggerFactory.getLogger(TableWriter.class);

  private final TableId table;
  private final WritingContext context;
  private final RowMapper mapper;
  private WaveWriter waves;
  private long lastLook = System.nanoTime();

  TableWriter(TableId table, WritingContext context) {
    this.table = table;
    this.context = context;
    this.mapper = new RowMapper(table, context.config(), context.dialect(), context.tables());
    this.waves = newWaves();
  }

  private WaveWriter newWaves() {
    return new WaveWriter(context.dialect(), context.config().write().mode(), context.connection());
  }

  /**
   * Writes all of the records, or puts aside those that cannot be written.
   *
   * @throws SQLException when it may pass; then the {@link Progress} says what is done already
   */
  void write(List<SinkRecord> records) throws SQLException {
    var interval = context.config().evolution().lookInterval();
    if (System.nanoTime() - lastLook > interval.toNanos() && hasChanged()) {
      forget();
    }
    var size = context.config().write().batchSize();
    for (var from = 0; from < records.size(); from += size) {
      writeBatch(records.subList(from, Math.min(records.size(), from + size)));
    }
  }

  private void writeBatch(List<SinkRecord> records) throws SQLException {
    write(changes(records), new SecondLook());
  }

  /** Whether the table was looked at anew since the batch began. */
  private static final class SecondLook {
    private boolean taken;
  }

  private List<RowChange> changes(List<SinkRecord> records) throws SQLException {
    var changes = new ArrayList<RowChange>();
    for (var record : records) {
      try {
        mapper.change(record).ifPresent(changes::add);
      } catch (RejectedRecordException e) {
        reject(record, e.getMessage());
      }
    }
    return changes;
  }

  private void write(List<RowChange> changes, SecondLook look) throws SQLException {
    try {
      transact(changes);
    } catch (SQLException e) {
      var fault = SqlFault.of(context.dialect(), e);
      if (fault.passing()) {
        throw e;
      }
      context.connection().rollback();
      afterFault(changes, fault, look);
    }
  }

  private void transact(List<RowChange> changes) throws SQLException {
    var everyWriteCounts = context.config().write().mode() == InsertMode.INSERT;
    for (var wave : Wave.of(changes, everyWriteCounts)) {
      waves.write(wave);
    }
    context.connection().commit();
    context.progress().add(changes.stream().map(RowChange::record).toList());
  }

  private void afterFault(List<RowChange> changes, SqlFault fault, SecondLook look)
      throws SQLException {
    if (isWorthASecondLook(fault, look)) {
      lookAgain(changes, look);
      return;
    }
    if (fault.kind() == Kind.NO_VALUE) {
      refuseDemands(changes, fault);
    }
    if (fault.kind() == Kind.LASTING) {
      throw new ConnectException(
          "Table %s cannot be written: %s. Put this right in the database or in the configuration, then restart the task."
              .formatted(table, fault.reason()));
    } else if (changes.size() == 1) {
      reject(changes.get(0).record(), fault.reason());
    } else {
      var half = changes.size() / 2;
      write(changes.subList(0, half), look);
      write(changes.subList(half, changes.size()), look);
    }
  }

  /** The table may have been altered since its columns were read. */
  private boolean isWorthASecondLook(SqlFault fault, SecondLook look) throws SQLException {
    if (look.taken) {
      return false;
    }
    look.taken = true;
    return fault.kind() == Kind.LASTING || hasChanged();
  }

  private boolean hasChanged() throws SQLException {
    lastLook = System.nanoTime();
    var children = context.config().children().tables().values();
    return context
        .tables()
        .haveChanged(Stream.concat(Stream.of(table), children.stream()).toList());
  }

  private void forget() {
    LOG.info("A table is looked at anew: table={}", table);
    context.tables().forget();
    mapper.forget();
    waves = newWaves();
  }

  private void lookAgain(List<RowChange> changes, SecondLook look) throws SQLException {
    forget();
    write(changes(changes.stream().map(RowChange::record).toList()), look);
  }

  /** No record is to blame for a column that none of them has a field for. */
  private void refuseDemands(List<RowChange> changes, SqlFault fault) throws SQLException {
    var shapes =
        changes.stream()
            .filter(Write.class::isInstance)
            .flatMap(write -> ((Write) write).layout().shapes())
            .distinct()
            .toList();
    for (var shape : shapes) {
      for (var column : context.tables().unfilled(shape.table(), shape.columns())) {
        if (fault.reason().contains(column)) {
          throw new ConnectException(
              "Column %s of table %s must have a value, and records bring none. Give it a default, let it be null, or send the field."
                  .formatted(column, shape.table()));
        }
      }
    }
  }

  private void reject(SinkRecord record, String reason) {
    context.rejections().reject(record, table, reason);
    context.progress().add(List.of(record));
  }
}
