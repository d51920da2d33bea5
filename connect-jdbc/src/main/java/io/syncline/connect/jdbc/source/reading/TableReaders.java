package io.syncline.connect.jdbc.source.reading;

import io.syncline.connect.jdbc.database.TableCatalog;
import io.syncline.connect.jdbc.source.record.RowMapping;
import io.syncline.connect.jdbc.table.Column;
import io.syncline.connect.jdbc.table.TableDefinition;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.errors.ConnectException;
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

  TableReader reader(TableId id) throws SQLException {
    var table =
        new TableCatalog(context.dialect(), connection)
            .find(id)
            .orElseThrow(() -> new ConnectException("Table " + id + " is not there any more."));
    return switch (context.config().increment().mode()) {
      case BULK -> bulk(table);
      case COMPARE -> compare(table);
      case TIMESTAMP_INCREMENTING -> increment(table);
    };
  }

  private TableReader bulk(TableDefinition table) {
    return new BulkReader(context, table.id(), mapping(table, List.of()));
  }

  private TableReader compare(TableDefinition table) {
    var key = table.primaryKey().stream().map(name -> table.column(name).orElseThrow()).toList();
    for (var column : key) {
      if (!CursorColumn.canOrder(column)) {
        throw new ConfigException(
            ("Column %s, in the primary key of table %s, cannot order its rows; mode compare pages"
                    + " by numbers, text, UUIDs, bytes, dates and timestamps. Read the table in mode"
                    + " bulk.")
                .formatted(column.name(), table.id()));
      }
    }
    return new CompareReader(
        context,
        table.id(),
        mapping(table, List.of()),
        key.stream().map(column -> new CursorColumn(column, context.dialect())).toList());
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
