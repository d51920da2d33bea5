package io.syncline.connect.jdbc.source.evolution;

import io.syncline.connect.jdbc.dialect.Dialect;
import io.syncline.connect.jdbc.source.config.RecordConfig;
import io.syncline.connect.jdbc.source.config.SchemaChangePolicy;
import io.syncline.connect.jdbc.source.config.SourceConfig;
import io.syncline.connect.jdbc.source.record.RowMapping;
import io.syncline.connect.jdbc.table.TableDefinition;
import io.syncline.connect.jdbc.table.TableId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Memory of how the tables of a task were read, to judge them by when they change.
 *
 * <p>Outlives connections, so that a change is not taken for granted because it came with a
 * reconnect. For one thread; only {@link #stopped} may be called from another.
 */
public final class TableWatch {
  private static final Logger LOG = LoggerFactory.getLogger(TableWatch.class);

  private final SourceConfig config;
  private final Dialect dialect;
  private final Collection<TableId> tables;
  private final Map<TableId, AcceptedTable> accepted = new HashMap<>();
  private final Map<TableId, String> stopped = new ConcurrentHashMap<>();
  private final Set<String> cutColumns = new HashSet<>();

  public TableWatch(SourceConfig config, Dialect dialect, Collection<TableId> tables) {
    this.config = config;
    this.dialect = dialect;
    this.tables = List.copyOf(tables);
  }

  /** Whether the table was read before. */
  public boolean knows(TableId table) {
    return accepted.containsKey(table);
  }

  /** Tables that are read no more, with the reason. */
  public Map<TableId, String> stopped() {
    return Map.copyOf(stopped);
  }

  /** What to do with a table that is new to us, or has changed. */
  public Verdict judge(TableDefinition now) {
    var before = accepted.get(now.id());
    if (before == null) {
      return new Verdict.Read(now, Set.of());
    }
    try {
      return new TableComparison(before, config)
          .obstacle(now)
          .map(obstacle -> stop(now.id(), obstacle))
          .orElseGet(() -> judgeFields(before, now));
    } catch (ConfigException e) {
      return stop(now.id(), String.valueOf(e.getMessage()));
    }
  }

  private Verdict judgeFields(AcceptedTable before, TableDefinition now) {
    var wanted = without(now, before.ignored());
    var conflicts = FieldChanges.conflicts(before.value(), mapping(wanted).valueSchema());
    var policy = config.records().schemaChanges();
    if (conflicts.isEmpty() || policy == SchemaChangePolicy.CARRY) {
      return new Verdict.Read(wanted, before.ignored());
    }
    return policy == SchemaChangePolicy.STOP
        ? stop(now.id(), reason(conflicts))
        : ignore(before, now, conflicts);
  }

  private static String reason(List<Conflict> conflicts) {
    return conflicts.stream().map(Conflict::change).collect(Collectors.joining("; "))
        + ", which readers of its records cannot take. "
        + RecordConfig.SCHEMA_CHANGES
        + "=ignore_column leaves such a column out and carry sends it all the same; "
        + RecordConfig.OPTIONAL_FIELDS
        + "=true spares you those about NULL.";
  }

  private Verdict ignore(AcceptedTable before, TableDefinition now, List<Conflict> conflicts) {
    var ignored = new HashSet<>(before.ignored());
    for (var conflict : conflicts) {
      ignored.add(conflict.column());
      LOG.warn(
          "A column is left out until the task starts anew: table={} column={} reason={}",
          now.id(),
          conflict.column(),
          conflict.change());
    }
    return new Verdict.Read(without(now, ignored), ignored);
  }

  /** Notes that a table is read this way from now on. */
  public void accept(Verdict.Read verdict) {
    var table = verdict.table();
    var mapping = mapping(table);
    var now =
        new AcceptedTable(table, mapping.keySchema(), mapping.valueSchema(), verdict.ignored());
    var before = accepted.put(table.id(), now);
    if (stopped.remove(table.id()) != null) {
      LOG.info("A stopped table is read again: table={}", table.id());
    }
    if (before != null && !before.value().equals(now.value())) {
      LOG.info(
          "A table has changed, its records have a new schema: table={} fields={}",
          table.id(),
          now.value().fields().stream().map(Field::name).toList());
    }
    mapping.cutColumns().forEach(column -> tellOfCut(table.id(), column));
  }

  private void tellOfCut(TableId table, String column) {
    if (cutColumns.add(table + "." + column)) {
      LOG.info(
          "Digits behind the millisecond are cut: table={} column={} remedy={}=micros",
          table,
          column,
          RecordConfig.TEMPORAL_PRECISION);
    }
  }

  /**
   * Notes that a table cannot be read any more.
   *
   * @throws ConnectException when no other table of the task is left
   */
  public Verdict stop(TableId table, String change) {
    var reason =
        "Table %s is read no more: %s Undo the change and reading goes on by itself, or restart the task to read the table as it is now."
            .formatted(table, change.endsWith(".") ? change : change + ".");
    if (!reason.equals(stopped.put(table, reason))) {
      LOG.error("A table is stopped: stopped={} of={} reason={}", stopped.size(), tables, reason);
    }
    if (stopped.keySet().containsAll(tables)) {
      throw new ConnectException(String.join(" ", stopped.values()));
    }
    return new Verdict.Stop(reason);
  }

  private RowMapping mapping(TableDefinition table) {
    return new RowMapping(table, dialect, config, List.of());
  }

  private static TableDefinition without(TableDefinition table, Set<String> ignored) {
    var columns = table.columns().stream().filter(it -> !ignored.contains(it.name())).toList();
    return new TableDefinition(table.id(), columns, table.primaryKey());
  }
}
