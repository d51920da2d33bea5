package io.syncline.connect.jdbc.source.record;

import io.syncline.connect.jdbc.dialect.Dialect;
import io.syncline.connect.jdbc.dialect.SqlFault;
import io.syncline.connect.jdbc.source.config.QuerySelection;
import io.syncline.connect.jdbc.source.config.RecordConfig;
import io.syncline.connect.jdbc.source.config.SourceConfig;
import io.syncline.connect.jdbc.table.Column;
import io.syncline.connect.jdbc.table.TableDefinition;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/** Way of one table's rows into records. */
public final class RowMapping {
  private final TableDefinition table;
  private final Dialect dialect;
  private final String topic;
  private final RowSchemas schemas;
  private final RecordSizes sizes;
  private final boolean byQuery;

  /**
   * @param alsoRead columns that the reader needs, whether the records carry them or not
   */
  public RowMapping(
      TableDefinition table, Dialect dialect, SourceConfig config, List<Column> alsoRead) {
    this.table = table;
    this.dialect = dialect;
    this.byQuery = config.query().isGiven();
    this.topic = config.topic(table.id());
    var softDelete = config.increment().softDeleteColumn();
    var omitted =
        table.columns().stream()
            .map(Column::name)
            .filter(column -> config.records().omits(table.id(), column))
            .toList();
    var needed = needed(table, softDelete, alsoRead);
    var mappings = new ColumnMappings(dialect, config.connection().zone(), config.records());
    var columns =
        table.columns().stream()
            .filter(column -> !omitted.contains(column.name()) || needed.contains(column.name()))
            .map(this::carried)
            .map(column -> mappings.mapping(column, isOptional(column, config.records())))
            .toList();
    this.schemas = RowSchemas.of(table, topic, columns, omitted, softDelete);
    this.sizes = new RecordSizes(schemas.value());
  }

  /** A key is found again by its text, also in what knows no arrays. */
  private Column carried(Column column) {
    var isKey = table.primaryKey().contains(column.name());
    return isKey && column.type().element().isPresent() ? column.asText() : column;
  }

  private boolean isOptional(Column column, RecordConfig config) {
    return column.nullable()
        || (config.optionalFields() && !table.primaryKey().contains(column.name()));
  }

  private static Set<String> needed(
      TableDefinition table, Optional<String> softDelete, List<Column> alsoRead) {
    var needed = new HashSet<>(table.primaryKey());
    alsoRead.forEach(column -> needed.add(column.name()));
    softDelete.flatMap(table::column).ifPresent(column -> needed.add(column.name()));
    return needed;
  }

  public TableId table() {
    return table.id();
  }

  /** Names of the columns to select, in the order in which rows are read. */
  public List<String> columns() {
    return schemas.columns().stream().map(ColumnMapping::name).toList();
  }

  /** What a query asks for, in the same order. */
  public List<String> selection() {
    return schemas.columns().stream().map(it -> dialect.selection(it.column())).toList();
  }

  /** Names of the columns whose times lose digits. */
  public List<String> cutColumns() {
    return schemas.columns().stream()
        .filter(ColumnMapping::cut)
        .map(ColumnMapping::name)
        .filter(name -> schemas.value().field(name) != null)
        .toList();
  }

  public Schema keySchema() {
    return schemas.key();
  }

  public Schema valueSchema() {
    return schemas.value();
  }

  /**
   * The current row as a record, a tombstone if the row is marked as deleted.
   *
   * @param timestamp the record's, in milliseconds
   */
  public SourceRecord read(
      ResultSet row, Map<String, ?> partition, @Nullable Map<String, ?> offset, long timestamp)
      throws SQLException {
    var values = values(row);
    var deleted = schemas.softDelete().filter(at -> SoftDelete.isDeleted(values[at])).isPresent();
    return new RowRecord(
        partition,
        offset,
        topic,
        schemas.key(),
        schemas.keyOf(values),
        deleted ? null : schemas.value(),
        deleted ? null : schemas.valueOf(values),
        timestamp);
  }

  /** About how many bytes of memory a record takes. */
  public long size(SourceRecord record) {
    return sizes.of(record);
  }

  /** The record of a row that is not there any more. */
  public SourceRecord tombstone(
      @Nullable Object key, Map<String, ?> partition, Map<String, ?> offset, long timestamp) {
    return new RowRecord(partition, offset, topic, schemas.key(), key, null, null, timestamp);
  }

  private @Nullable Object[] values(ResultSet row) throws SQLException {
    var columns = schemas.columns();
    var values = new @Nullable Object[columns.size()];
    for (var i = 0; i < values.length; i++) {
      values[i] = value(row, i + 1, columns.get(i));
    }
    return values;
  }

  private @Nullable Object value(ResultSet row, int index, ColumnMapping column)
      throws SQLException {
    try {
      var value = column.reader().read(row, index);
      if (value == null && !column.column().nullable()) {
        throw byQuery
            ? noKey(column)
            : unfit(column, "it is NOT NULL, yet the driver shows no value");
      }
      return value;
    } catch (SQLException e) {
      var fault = SqlFault.of(dialect, e);
      if (fault.passing()) {
        throw e;
      }
      throw unfit(column, fault.reason());
    } catch (ArithmeticException e) {
      throw unfit(column, "a number has more digits than its field; see " + RecordConfig.SCALE);
    } catch (UnfitValueException e) {
      throw unfit(column, String.valueOf(e.getMessage()));
    }
  }

  private ConnectException noKey(ColumnMapping column) {
    return new ConnectException(
        "Column %s of query %s is NULL in a row, which cannot be told from others without it. Leave such rows out of the query, or name other columns in %s."
            .formatted(column.name(), table.id(), QuerySelection.KEY_COLUMNS));
  }

  private ConnectException unfit(ColumnMapping column, String reason) {
    return new ConnectException(
        "Column %s of table %s cannot be carried: %s. Correct the row, or leave the column out: %s=%s.%s"
            .formatted(
                column.name(),
                table.id(),
                reason,
                RecordConfig.OMITTED_COLUMNS,
                table.id().name(),
                column.name()));
  }
}
