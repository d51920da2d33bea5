package io.syncline.connect.jdbc.source.reading;

import io.syncline.connect.jdbc.dialect.RowTransactions;
import io.syncline.connect.jdbc.source.config.TransactionHorizon;
import io.syncline.connect.jdbc.source.reading.compare.CompareReader;
import io.syncline.connect.jdbc.source.reading.compare.KeyOrder;
import io.syncline.connect.jdbc.source.reading.increment.ClockReader;
import io.syncline.connect.jdbc.source.reading.increment.CycleReader;
import io.syncline.connect.jdbc.source.reading.increment.Horizon;
import io.syncline.connect.jdbc.source.reading.increment.IncrementOrder;
import io.syncline.connect.jdbc.source.reading.page.CursorColumn;
import io.syncline.connect.jdbc.source.reading.page.ReadingContext;
import io.syncline.connect.jdbc.source.reading.page.TableReader;
import io.syncline.connect.jdbc.source.record.RowMapping;
import io.syncline.connect.jdbc.table.Column;
import io.syncline.connect.jdbc.table.TableDefinition;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Choice of a reader for a table, by mode and by what the database says of the table. */
final class TableReaders {
  private static final Logger LOG = LoggerFactory.getLogger(TableReaders.class);

  private final ReadingContext context;
  private final Connection connection;
  private @Nullable Horizon horizon;

  TableReaders(ReadingContext context, Connection connection) {
    this.context = context;
    this.connection = connection;
  }

  /** A reader that notices when the table changes; one that is new is looked at now. */
  TableReader reader(TableId id) throws SQLException {
    var reader = new WatchedReader(context, description(id), this);
    if (!context.watch().knows(id)) {
      reader.look(connection);
    }
    return reader;
  }

  private Description description(TableId id) {
    return context
        .config()
        .query()
        .from()
        .<Description>map(from -> new QueryDescription(context, id, from))
        .orElseGet(() -> new TableDescription(context, id));
  }

  TableReader reader(TableDefinition table) throws SQLException {
    return switch (context.config().increment().mode()) {
      case BULK -> bulk(table);
      case COMPARE -> compare(table);
      case INCREMENTING, TIMESTAMP, TIMESTAMP_INCREMENTING -> increment(table);
    };
  }

  private TableReader bulk(TableDefinition table) {
    return new BulkReader(context, table.id(), mapping(table, List.of()));
  }

  private TableReader compare(TableDefinition table) {
    return new CompareReader(
        context, mapping(table, List.of()), KeyOrder.of(table, context.dialect()));
  }

  private TableReader increment(TableDefinition table) throws SQLException {
    var config = context.config();
    var order =
        IncrementOrder.of(table, config.increment(), config.connection().zone(), context.dialect());
    if (order.first().column().nullable()) {
      warnOfNulls(table.id(), order.first().name());
    }
    var needed = order.columns().stream().map(CursorColumn::column).toList();
    var mapping = mapping(table, needed);
    return transactions()
        .<TableReader>map(
            transactions -> new CycleReader(context, table.id(), mapping, order, transactions))
        .orElseGet(() -> new ClockReader(context, table.id(), mapping, order, horizon()));
  }

  /** One for all tables, so that the database is asked no oftener than needed. */
  private Horizon horizon() {
    if (horizon == null) {
      horizon = new Horizon(context.dialect(), context.config().increment());
    }
    return horizon;
  }

  private Optional<RowTransactions> transactions() {
    var config = context.config();
    return config.increment().horizon() == TransactionHorizon.DATABASE && !config.query().isGiven()
        ? context.dialect().rowTransactions()
        : Optional.empty();
  }

  private RowMapping mapping(TableDefinition table, List<Column> needed) {
    return new RowMapping(table, context.dialect(), context.config(), needed);
  }

  private void warnOfNulls(TableId table, String column) throws SQLException {
    var dialect = context.dialect();
    var sql =
        "SELECT COUNT(*) FROM "
            + context.from(table)
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
