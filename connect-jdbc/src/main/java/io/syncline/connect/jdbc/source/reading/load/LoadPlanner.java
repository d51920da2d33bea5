package io.syncline.connect.jdbc.source.reading.load;

import io.syncline.connect.jdbc.database.TableCatalog;
import io.syncline.connect.jdbc.dialect.Dialect;
import io.syncline.connect.jdbc.dialect.SqlFault;
import io.syncline.connect.jdbc.source.config.SourceConfig;
import io.syncline.connect.jdbc.source.evolution.TableWatch;
import io.syncline.connect.jdbc.source.reading.page.KeyOrder;
import io.syncline.connect.jdbc.source.reading.page.Partitions;
import io.syncline.connect.jdbc.source.reading.page.Positions;
import io.syncline.connect.jdbc.source.reading.page.ReadingContext;
import io.syncline.connect.jdbc.source.reading.page.RunningStatement;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Planning of the first reading of tables; a load that has begun goes on by its own plan. */
public final class LoadPlanner {
  private static final Logger LOG = LoggerFactory.getLogger(LoadPlanner.class);

  private static final int SECONDS_TO_ANSWER = 5;

  private final ReadingContext context;
  private final OffsetStorageReader offsets;
  private final Map<TableId, Optional<LoadPlan>> made = new HashMap<>();
  private final Set<TableId> loaded = new HashSet<>();

  public LoadPlanner(SourceConfig config, Dialect dialect, OffsetStorageReader offsets) {
    this.context =
        new ReadingContext(
            config,
            dialect,
            new Positions(offsets, Partitions.of(config)),
            new RunningStatement(),
            new TableWatch(config, dialect, List.of()));
    this.offsets = offsets;
  }

  /** Plans of those tables that are to be loaded in ranges. */
  public List<LoadPlan> plans(Connection connection, List<TableId> tables) throws SQLException {
    var plans = new ArrayList<LoadPlan>();
    if (context.config().increment().mode().readsIncrements()) {
      for (var table : tables) {
        plan(connection, table).ifPresent(plans::add);
      }
    }
    return plans;
  }

  private Optional<LoadPlan> plan(Connection connection, TableId table) throws SQLException {
    if (loaded.contains(table) || hasIncrements(table)) {
      loaded.add(table);
      return Optional.empty();
    }
    var stored = StoredLoad.read(offsets, table).plan();
    if (stored.isPresent()) {
      return stored;
    }
    var known = made.get(table);
    if (known == null) {
      known = make(connection, table);
      made.put(table, known);
    }
    return known;
  }

  /** Increments begin when the load has ended. */
  private boolean hasIncrements(TableId table) {
    return offsets.offset(context.positions().partition(table)) != null;
  }

  private Optional<LoadPlan> make(Connection connection, TableId table) throws SQLException {
    var rowsPerRange = context.config().load().rangeRows();
    var definition = new TableCatalog(context.dialect(), connection).find(table);
    if (rowsPerRange == 0 || definition.filter(KeyOrder::isIn).isEmpty()) {
      return Optional.empty();
    }
    try {
      return new TableDivision(context, definition.get(), rowsPerRange).plan(connection);
    } catch (ConfigException e) {
      LOG.debug("The task will tell why the table cannot be read: table={}", table);
      return Optional.empty();
    } catch (SQLException e) {
      return afterFault(connection, table, e);
    }
  }

  /** One table that cannot be counted, as it is locked, does not hold up the others. */
  private Optional<LoadPlan> afterFault(Connection connection, TableId table, SQLException fault)
      throws SQLException {
    if (!connection.isValid(SECONDS_TO_ANSWER)) {
      throw fault;
    }
    connection.rollback();
    LOG.warn(
        "One task loads the table, for it cannot be divided: table={} reason={}",
        table,
        SqlFault.of(context.dialect(), fault).reason());
    return Optional.empty();
  }

  /** Ends what the database is doing for the plans; may be called from another thread. */
  public void interrupt() throws SQLException {
    context.running().cancel();
  }
}
