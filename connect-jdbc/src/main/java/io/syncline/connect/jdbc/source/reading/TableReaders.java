package io.syncline.connect.jdbc.source.reading;

import io.syncline.connect.jdbc.source.config.SourceMode;
import io.syncline.connect.jdbc.source.record.RowMapping;
import io.syncline.connect.jdbc.table.Column;
import io.syncline.connect.jdbc.table.TableDefinition;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Choice of a reader for a table, by mode and by what the database says of the table. */
final class TableReaders {
  private static final Logger LOG = LoggerFactory.getLogger(TableReaders.class);

  private final ReadingContext context;
  private final Connection connection;

  TableReaders(ReadingContext context, Connection connection) {
    this.context = context;
    this.connection = connection;
  }

  /** A reader that notices when the table changes; one that is new is looked at now. */
  TableReader reader(TableId id) throws SQLException {
    var reader = new WatchedReader(context, id, this);
    if (!context.watch().knows(id)) {
      reader.look(connection);
    }
    return reader;
  }

  TableReader reader(TableDefinition table) throws SQLException {
    return context.config().increment().mode() == SourceMode.BULK ? bulk(table) : increment(table);
  }

  private TableReader bulk(TableDefinition table) {
    return new BulkReader(context, table.id(), mapping(table, List.of()));
  }

  private TableReader increment(TableDefinition table) throws SQLException {
    var config = context.config();
    var order =
        IncrementOrder.of(table, config.increment(), config.connection().zone(), context.dialect());
    var timestamp = order.timestamp().column();
    if (timestamp.nullable()) {
      warnOfNulls(table.id(), timestamp.name());
    }
    var needed = order.columns().stream().map(CursorColumn::column).toList();
    return new IncrementReader(context, table.id(), mapping(table, needed), order);
  }

  private RowMapping mapping(TableDefinition table, List<Column> needed) {
    return new RowMapping(table, context.dialect(), context.config(), needed);
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
