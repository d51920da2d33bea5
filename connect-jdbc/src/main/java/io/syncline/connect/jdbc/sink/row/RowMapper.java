package io.syncline.connect.jdbc.sink.row;

import io.syncline.connect.jdbc.dialect.Dialect;
import io.syncline.connect.jdbc.sink.config.SinkConfig;
import io.syncline.connect.jdbc.sink.row.RowChange.ChildRows;
import io.syncline.connect.jdbc.sink.table.TargetTables;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** Translation of records into changes of one table's rows. */
public final class RowMapper {
  private final TableId table;
  private final boolean deletes;
  private final RowLayouts layouts;
  private final Map<Schemas, RowLayout> writes = new HashMap<>();
  private final Map<Schemas, RowLayout.Tombstone> tombstones = new HashMap<>();

  public RowMapper(TableId table, SinkConfig config, Dialect dialect, TargetTables tables) {
    this.table = table;
    this.deletes = config.write().deletes();
    this.layouts = new RowLayouts(config, dialect, tables);
  }

  private record Schemas(@Nullable Schema key, @Nullable Schema value) {
    static Schemas of(SinkRecord record) {
      return new Schemas(record.keySchema(), record.valueSchema());
    }
  }

  /**
   * What the record does; empty when there is nothing to do.
   *
   * @throws RejectedRecordException when it cannot become a row
   */
  public Optional<RowChange> change(SinkRecord record) throws SQLException {
    return record.value() == null ? delete(record) : Optional.of(write(record));
  }

  /** Looks at the tables anew, after somebody may have altered them. */
  public void forget() {
    writes.clear();
    tombstones.clear();
  }

  private Optional<RowChange> delete(SinkRecord record) throws SQLException {
    if (!deletes) {
      throw new RejectedRecordException("its value is null, and delete.enabled is false");
    }
    var schemas = Schemas.of(record);
    var layout = tombstones.get(schemas);
    if (layout != null) {
      return Optional.of(delete(record, layout));
    }
    var found = layouts.tombstone(record, table);
    // Tables that are not there yet are looked for again: rows may have come between.
    found.filter(layouts::isComplete).ifPresent(complete -> tombstones.put(schemas, complete));
    return found.map(present -> delete(record, present));
  }

  private static RowChange delete(SinkRecord record, RowLayout.Tombstone layout) {
    var cells = values(layout.cells(), record);
    refuseNulls(cells, cells.length, layout.columns());
    var parents =
        layout.children().stream().map(child -> present(child.parent().value(record))).toList();
    return new RowChange.Delete(record, RowKey.of(cells, cells.length), layout, cells, parents);
  }

  private RowChange write(SinkRecord record) throws SQLException {
    if (!(record.value() instanceof Struct)) {
      throw new RejectedRecordException(
          "its value is no struct with a schema; use a converter that keeps schemas");
    }
    var schemas = Schemas.of(record);
    var layout = writes.get(schemas);
    if (layout == null) {
      layout = layouts.write(record, table);
      writes.put(schemas, layout);
    }
    return write(record, layout);
  }

  private static RowChange write(SinkRecord record, RowLayout layout) {
    var cells = values(layout.cells(), record);
    var keyLength = layout.shape().keys().size();
    refuseNulls(cells, keyLength, layout.shape().keys());
    layout.versionIndex().ifPresent(at -> refuseMissingVersion(cells[at]));
    var children = new ArrayList<ChildRows>();
    layout.children().forEach(child -> children.add(childRows(record, child)));
    var key = keyLength == 0 ? RowKey.none(record) : RowKey.of(cells, keyLength);
    return new RowChange.Write(record, key, layout, cells, children);
  }

  private static ChildRows childRows(SinkRecord record, RowLayout.Child child) {
    var parent = present(child.parent().value(record));
    var rows = new ArrayList<@Nullable Object[]>();
    if (child.array().apply(record) instanceof Collection<?> elements) {
      for (var element : elements) {
        rows.add(childRow(parent, child, (Struct) present(element)));
      }
    }
    return new ChildRows(parent, rows);
  }

  private static @Nullable Object[] childRow(Object parent, RowLayout.Child child, Struct element) {
    var row = new @Nullable Object[child.cells().size() + 1];
    row[0] = parent;
    for (var i = 1; i < row.length; i++) {
      row[i] = child.cells().get(i - 1).value(element);
    }
    return row;
  }

  private static @Nullable Object[] values(List<Cell<SinkRecord>> cells, SinkRecord record) {
    var values = new @Nullable Object[cells.size()];
    for (var i = 0; i < values.length; i++) {
      values[i] = cells.get(i).value(record);
    }
    return values;
  }

  private static void refuseNulls(@Nullable Object[] cells, int count, List<String> columns) {
    for (var i = 0; i < count; i++) {
      if (cells[i] == null) {
        throw new RejectedRecordException("it has no value for key column " + columns.get(i));
      }
    }
  }

  private static void refuseMissingVersion(@Nullable Object version) {
    if (version == null) {
      throw new RejectedRecordException("it has no version, which version.field guards rows by");
    }
  }

  private static Object present(@Nullable Object value) {
    if (value == null) {
      throw new RejectedRecordException(
          "it has an empty key or an empty element for a child table");
    }
    return value;
  }
}
