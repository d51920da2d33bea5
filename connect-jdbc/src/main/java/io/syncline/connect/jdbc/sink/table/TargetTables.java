package io.syncline.connect.jdbc.sink.table;

import io.syncline.connect.jdbc.database.TableCatalog;
import io.syncline.connect.jdbc.dialect.Dialect;
import io.syncline.connect.jdbc.dialect.StandardSql;
import io.syncline.connect.jdbc.sink.config.EvolutionConfig;
import io.syncline.connect.jdbc.table.Column;
import io.syncline.connect.jdbc.table.TableDefinition;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tables as they are, created and widened where that is allowed. */
public final class TargetTables {
  private static final Logger LOG = LoggerFactory.getLogger(TargetTables.class);

  private final Dialect dialect;
  private final StandardSql sql;
  private final EvolutionConfig config;
  private final Connection connection;
  private final Map<TableId, TableDefinition> known = new HashMap<>();

  public TargetTables(Dialect dialect, EvolutionConfig config, Connection connection) {
    this.dialect = dialect;
    this.sql = new StandardSql(dialect);
    this.config = config;
    this.connection = connection;
  }

  /** The table with at least these columns. */
  public TableDefinition ready(TableId id, List<Column> wanted, List<String> primaryKey)
      throws SQLException {
    var table = find(id);
    if (table.isEmpty()) {
      create(id, wanted, primaryKey);
    } else if (!missing(table.get(), wanted).isEmpty()) {
      widen(table.get(), missing(table.get(), wanted));
    }
    return find(id).orElseThrow(() -> new ConnectException("Table " + id + " is not there."));
  }

  /** The table if it is there; one that is to be created needs no rows deleted. */
  public Optional<TableDefinition> existing(TableId id) throws SQLException {
    var table = find(id);
    if (table.isEmpty() && !config.create()) {
      throw missingTable(id);
    }
    return table;
  }

  /** Asks the database anew next time. */
  public void forget() {
    known.clear();
  }

  private Optional<TableDefinition> find(TableId id) throws SQLException {
    if (!known.containsKey(id)) {
      new TableCatalog(dialect, connection).find(id).ifPresent(table -> known.put(id, table));
      connection.commit();
    }
    return Optional.ofNullable(known.get(id));
  }

  private void create(TableId id, List<Column> columns, List<String> primaryKey)
      throws SQLException {
    if (!config.create()) {
      throw missingTable(id);
    }
    execute(sql.createTable(id, columns, primaryKey), id, columns);
    LOG.info("Created a table: table={}", id);
  }

  private void widen(TableDefinition table, List<Column> columns) throws SQLException {
    var names = columns.stream().map(Column::name).toList();
    if (!config.evolve()) {
      throw new ConnectException(
          "Table %s has no columns for fields %s. Add them, set %s=true, or leave the fields out with fields.whitelist."
              .formatted(table.id(), names, EvolutionConfig.EVOLVE));
    }
    for (var column : columns) {
      execute(sql.addColumn(table.id(), column), table.id(), List.of(column));
    }
    LOG.info("Added columns to a table: table={} columns={}", table.id(), names);
  }

  /** Another task may be faster: then the database complains, and the table is as we want it. */
  private void execute(String statement, TableId id, List<Column> wanted) throws SQLException {
    try (var execution = connection.createStatement()) {
      execution.execute(statement);
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      known.remove(id);
      var now = find(id);
      if (now.isEmpty() || !missing(now.get(), wanted).isEmpty()) {
        throw e;
      }
    }
    known.remove(id);
  }

  private static List<Column> missing(TableDefinition table, List<Column> wanted) {
    return wanted.stream().filter(column -> table.column(column.name()).isEmpty()).toList();
  }

  private static ConnectException missingTable(TableId id) {
    return new ConnectException(
        "Table %s is not there. Create it, set %s=true, or correct table.name.format or topics.to.tables.mapping."
            .formatted(id, EvolutionConfig.CREATE));
  }
}
