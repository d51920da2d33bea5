package io.syncline.connect.jdbc.source.reading;

import io.syncline.connect.jdbc.source.reading.compare.CompareReader;
import io.syncline.connect.jdbc.source.reading.increment.ChangeTracking;
import io.syncline.connect.jdbc.source.reading.load.BehindLoadReader;
import io.syncline.connect.jdbc.source.reading.load.LoadReader;
import io.syncline.connect.jdbc.source.reading.load.LoadShare;
import io.syncline.connect.jdbc.source.reading.load.TaskShare;
import io.syncline.connect.jdbc.source.reading.page.KeyOrder;
import io.syncline.connect.jdbc.source.reading.page.Partitions;
import io.syncline.connect.jdbc.source.reading.page.ReadingContext;
import io.syncline.connect.jdbc.source.reading.page.TableReader;
import io.syncline.connect.jdbc.source.record.RowMapping;
import io.syncline.connect.jdbc.table.TableDefinition;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Choice of a reader for a table, by mode and by what the database says of the table. */
final class TableReaders {
  private static final Logger LOG = LoggerFactory.getLogger(TableReaders.class);

  private final ReadingContext context;
  private final Connection connection;
  private final TaskShare share;
  private final ChangeTracking tracking;

  TableReaders(ReadingContext context, Connection connection, TaskShare share) {
    this.context = context;
    this.connection = connection;
    this.share = share;
    this.tracking = new ChangeTracking(context);
  }

  /** Reader of a table as the mode says. */
  TableReader reader(TableId table) throws SQLException {
    return watched(table, this::reader);
  }

  /** Reader of ranges of a table's load. */
  TableReader reader(LoadShare load) throws SQLException {
    return watched(
        load.plan().table(),
        table -> {
          var increments = tracking.increments(table);
          return new LoadReader(increments, tracking.cutoff(increments), table, load);
        });
  }

  /** A reader that notices when the table changes; one that is new is looked at now. */
  private TableReader watched(TableId table, WatchedReader.Making making) throws SQLException {
    var reader = new WatchedReader(context, table, making);
    if (!context.watch().knows(table)) {
      reader.look(connection);
    }
    return reader;
  }

  private TableReader reader(TableDefinition table) throws SQLException {
    return switch (context.config().increment().mode()) {
      case BULK -> bulk(table);
      case COMPARE -> compare(table);
      case INCREMENTING, TIMESTAMP, TIMESTAMP_INCREMENTING -> increment(table);
    };
  }

  private TableReader bulk(TableDefinition table) {
    return new BulkReader(context, table.id(), mapping(table));
  }

  private TableReader compare(TableDefinition table) {
    return new CompareReader(context, mapping(table), KeyOrder.of(table, context.dialect()));
  }

  private TableReader increment(TableDefinition table) throws SQLException {
    var increments = tracking.increments(table);
    var first = increments.order().first().column();
    if (first.nullable()) {
      warnOfNulls(table.id(), first.name());
    }
    return unfinishedLoad(table.id())
        .<TableReader>map(
            load -> new BehindLoadReader(increments, tracking.cutoff(increments), table, load))
        .orElseGet(() -> tracking.reader(increments));
  }

  private Optional<LoadShare> unfinishedLoad(TableId table) {
    return context.positions().of(Partitions.of(table)).isEmpty()
        ? share.load(table)
        : Optional.empty();
  }

  private RowMapping mapping(TableDefinition table) {
    return new RowMapping(table, context.dialect(), context.config(), List.of());
  }

  private void warnOfNulls(TableId table, String column) throws SQLException {
    var dialect = context.dialect();
    var sql =
        "SELECT COUNT(*) FROM "
            + dialect.quote(table)
            + " WHERE "
            + dialect.quote(column)
            + " IS NULL";
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      if (row.getLong(1) > 0) {
        LOG.warn(
            "Rows are left out because their timestamp is NULL: table={} column={} rows={}",
            table,
            column,
            row.getLong(1));
      }
    }
  }
}
