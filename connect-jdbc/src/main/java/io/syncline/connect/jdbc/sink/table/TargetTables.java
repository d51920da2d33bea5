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
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final Set<String> ignored = new HashSet<>();

  public TargetTables(Dialect dialect, EvolutionConfig config, Connection connection) {
    this.dialect = dialect;
    this.sql = new StandardSql(dialect);
    this.config = config;
    this.connection = connection;
  }

  /** The table with these columns, or with those of them that the policy for others allows. */
  public TableDefinition ready(TableId id, List<Column> wanted, List<String> primaryKey)
      throws SQLException {
    var table = find(id);
    if (table.isEmpty()) {
      create(id, wanted, primaryKey);
    } else if (!missing(table.get(), wanted).isEmpty()) {
      accept(table.get(), missing(table.get(), wanted), primaryKey);
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

  /** Whether one of these tables is not what it was when it was last looked at. */
  public boolean haveChanged(Collection<TableId> ids) throws SQLException {
    var changed = false;
    for (var id : ids) {
      if (known.containsKey(id)) {
        changed |=
            !new TableCatalog(dialect, connection).find(id).equals(Optional.of(known.get(id)));
      }
    }
    connection.commit();
    return changed;
  }

  /** Columns that every new row must be given a value for, besides the given ones. */
  public List<String> unfilled(TableId id, List<String> filled) throws SQLException {
    var columns = new TableCatalog(dialect, connection).mandatoryColumns(id);
    connection.commit();
    return columns.stream().filter(column -> !filled.contains(column)).toList();
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

  private void accept(TableDefinition table, List<Column> missing, List<String> primaryKey)
      throws SQLException {
    var names = missing.stream().map(Column::name).toList();
    switch (config.evolution()) {
      case EVOLVE -> widen(table, missing, names);
      case IGNORE -> ignore(table, names, primaryKey);
      case EXCEPTION -> throw missingColumns(table, names);
    }
  }

  private void widen(TableDefinition table, List<Column> columns, List<String> names)
      throws SQLException {
    for (var column : columns) {
      execute(sql.addColumn(table.id(), column), table.id(), List.of(column));
    }
    LOG.info("Added columns to a table: table={} columns={}", table.id(), names);
  }

  private void ignore(TableDefinition table, List<String> fields, List<String> primaryKey) {
    if (fields.stream().anyMatch(primaryKey::contains)) {
      throw missingColumns(table, fields.stream().filter(primaryKey::contains).toList());
    }
    for (var field : fields) {
      if (ignored.add(table.id() + "." + field)) {
        LOG.warn("A field has no column and is left out: table={} field={}", table.id(), field);
      }
    }
  }

  private static ConnectException missingColumns(TableDefinition table, List<String> names) {
    return new ConnectException(
        "Table %s has no columns for fields %s. Add them, set %s=evolve, or leave the fields out with fields.whitelist or %s=ignore."
            .formatted(table.id(), names, EvolutionConfig.POLICY, EvolutionConfig.POLICY));
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
