package io.syncline.connect.jdbc.source.reading.load;

import io.syncline.connect.jdbc.database.TableCatalog;
import io.syncline.connect.jdbc.dialect.Dialect;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Planning of the first reading of tables; a load that has begun goes on by its own plan. */
public final class LoadPlanner {
  private static final Logger LOG = LoggerFactory.getLogger(LoadPlanner.class);

  private final ReadingContext context;
  private final OffsetStorageReader offsets;
  private final Map<TableId, Optional<LoadPlan>> made = new HashMap<>();

  public LoadPlanner(SourceConfig config, Dialect dialect, OffsetStorageReader offsets) {
    this.context =
        new ReadingContext(
            config,
            dialect,
            new Positions(offsets),
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
    var stored = StoredLoad.read(offsets, table).plan();
    if (stored.isPresent()) {
      return hasIncrements(table) ? Optional.empty() : stored;
    }
    var known = made.get(table);
    if (known == null) {
      known = hasIncrements(table) ? Optional.empty() : make(connection, table);
      made.put(table, known);
    }
    return known;
  }

  /** Increments begin when the load has ended. */
  private boolean hasIncrements(TableId table) {
    return offsets.offset(Partitions.of(table)) != null;
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
    }
  }
}
