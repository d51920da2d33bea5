package io.syncline.connect.jdbc.sink.row;

import io.syncline.connect.jdbc.dialect.Dialect;
import io.syncline.connect.jdbc.dialect.RowShape;
import io.syncline.connect.jdbc.sink.config.SinkConfig;
import io.syncline.connect.jdbc.sink.table.TargetTables;
import io.syncline.connect.jdbc.table.Column;
import io.syncline.connect.jdbc.table.TableDefinition;
import io.syncline.connect.jdbc.table.TableId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;

/** Derivation of layouts from schemas, configuration and the tables as they are. */
final class RowLayouts {
  private final SinkConfig config;
  private final TargetTables tables;
  private final KeyFields keyFields;
  private final Cells cells;

  RowLayouts(SinkConfig config, Dialect dialect, TargetTables tables) {
    this.config = config;
    this.tables = tables;
    this.keyFields = new KeyFields(config.write());
    this.cells = new Cells(dialect, config.connection().zone());
  }

  /** Layout for all records that have the key's and the value's schema of this one. */
  RowLayout write(SinkRecord record, TableId id) throws SQLException {
    var keys = keyFields.of(record);
    var others = valueFields(record.valueSchema(), keys);
    var table = tables.ready(id, columns(keys, others), names(keys));
    var rowCells = cells(keys, others, table);
    var columns = rowCells.stream().map(Cell::column).toList();
    var version = config.write().versionField().map(field -> versionColumn(field, columns, id));
    var shape =
        new RowShape(
            id,
            columns.subList(0, keys.size()),
            columns.subList(keys.size(), columns.size()),
            version);
    return new RowLayout(
        shape, rowCells, version.map(columns::indexOf), children(record.valueSchema(), keys));
  }

  /** Layout for tombstones; empty when the table is not there yet. */
  Optional<RowLayout.Tombstone> tombstone(SinkRecord record, TableId id) throws SQLException {
    var table = tables.existing(id);
    if (table.isEmpty()) {
      return Optional.empty();
    }
    var keys = keyFields.of(record);
    var children = new ArrayList<RowLayout.ParentReference>();
    for (var childId : config.children().tables().values()) {
      tables
          .existing(childId)
          .map(child -> parentField(keys).into(child, cells))
          .ifPresent(parent -> children.add(new RowLayout.ParentReference(childId, parent)));
    }
    var keyCells = keys.stream().map(key -> key.into(table.get(), cells)).toList();
    return Optional.of(new RowLayout.Tombstone(id, keyCells, children));
  }

  /** Whether all child tables were there when the layout was made. */
  boolean isComplete(RowLayout.Tombstone layout) {
    return layout.children().size() == config.children().tables().size();
  }

  private List<FieldSource<SinkRecord>> valueFields(
      Schema schema, List<FieldSource<SinkRecord>> keys) {
    return schema.fields().stream()
        .filter(field -> !names(keys).contains(field.name()))
        .filter(field -> !config.children().tables().containsKey(field.name()))
        .filter(field -> config.evolution().wants(field.name()))
        .map(KeyFields::ofValue)
        .toList();
  }

  private static String versionColumn(String field, List<String> columns, TableId id) {
    return columns.stream()
        .filter(field::equalsIgnoreCase)
        .findFirst()
        .orElseThrow(
            () ->
                new ConnectException(
                    "Records for table %s have no field %s, which version.field names, or the table no such column. Correct it, fields.whitelist, or the table."
                        .formatted(id, field)));
  }

  private List<RowLayout.Child> children(Schema schema, List<FieldSource<SinkRecord>> keys)
      throws SQLException {
    var children = new ArrayList<RowLayout.Child>();
    for (var child : config.children().tables().entrySet()) {
      var field = schema.field(child.getKey());
      if (field != null) {
        children.add(child(field, child.getValue(), parentField(keys)));
      }
    }
    return children;
  }

  private RowLayout.Child child(Field array, TableId id, FieldSource<SinkRecord> parent)
      throws SQLException {
    var fields = elementFields(array, parent.name());
    var key = keyField(array, fields);
    var others = fields.stream().filter(field -> field != key).toList();
    var wanted = new ArrayList<>(List.of(parent.column(true)));
    wanted.addAll(columns(List.of(key), others));
    var table = tables.ready(id, wanted, List.of(parent.name(), key.name()));
    var parentCell = parent.into(table, cells);
    var elementCells = cells(List.of(key), others, table);
    return new RowLayout.Child(
        childShape(id, parentCell, elementCells),
        parentCell,
        KeyFields.ofValue(array).extraction(),
        elementCells);
  }

  private static RowShape childShape(
      TableId id, Cell<SinkRecord> parent, List<Cell<Struct>> elementCells) {
    var names = elementCells.stream().map(Cell::column).toList();
    return new RowShape(
        id,
        List.of(parent.column(), names.get(0)),
        names.subList(1, names.size()),
        Optional.empty());
  }

  private FieldSource<Struct> keyField(Field array, List<FieldSource<Struct>> fields) {
    var name = config.children().keyField();
    return fields.stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ConnectException(
                    "Elements of field %s have no field %s, which child.key.field names. Correct it."
                        .formatted(array.name(), name)));
  }

  private static List<FieldSource<Struct>> elementFields(Field array, String parentColumn) {
    var schema = array.schema();
    if (schema.type() != Schema.Type.ARRAY || schema.valueSchema().type() != Schema.Type.STRUCT) {
      throw new ConnectException(
          "Field %s is not an array of structs, so it cannot fill a table. Correct child.tables."
              .formatted(array.name()));
    }
    return schema.valueSchema().fields().stream()
        .filter(field -> !field.name().equals(parentColumn))
        .map(FieldSource::ofElement)
        .toList();
  }

  private FieldSource<SinkRecord> parentField(List<FieldSource<SinkRecord>> keys) {
    if (keys.size() != 1) {
      throw new ConnectException(
          "child.tables needs a parent key of one column, but it is %s.".formatted(names(keys)));
    }
    return keys.get(0).as(config.children().parentColumn());
  }

  private <S> List<Cell<S>> cells(
      List<FieldSource<S>> keys, List<FieldSource<S>> others, TableDefinition table) {
    return Stream.concat(keys.stream(), others.stream().filter(other -> other.fits(table)))
        .map(field -> field.into(table, cells))
        .toList();
  }

  private static <S> List<Column> columns(List<FieldSource<S>> keys, List<FieldSource<S>> others) {
    return Stream.concat(
            keys.stream().map(key -> key.column(true)),
            others.stream().map(other -> other.column(false)))
        .toList();
  }

  private static <S> List<String> names(List<FieldSource<S>> fields) {
    return fields.stream().map(FieldSource::name).toList();
  }
}
