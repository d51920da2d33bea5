package io.syncline.connect.jdbc.source.record;

import io.syncline.connect.jdbc.table.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * Schemas of a table's records, with the columns that fill them.
 *
 * @param columns in the order in which they are selected
 * @param keyColumns positions in {@code columns}, in the primary key's order
 * @param valueColumns positions in {@code columns}, in the order of the value's fields
 * @param softDelete position in {@code columns}
 */
record RowSchemas(
    Schema key,
    Schema value,
    List<ColumnMapping> columns,
    List<Integer> keyColumns,
    List<Integer> valueColumns,
    Optional<Integer> softDelete) {

  /**
   * @param omitted columns that are not wanted in the value
   */
  static RowSchemas of(
      TableDefinition table,
      String topic,
      List<ColumnMapping> columns,
      List<String> omitted,
      Optional<String> softDelete) {
    var names = columns.stream().map(ColumnMapping::name).toList();
    var keyColumns = keyColumns(table, names);
    var valueColumns = new ArrayList<Integer>();
    for (var i = 0; i < names.size(); i++) {
      if (!omitted.contains(names.get(i))) {
        valueColumns.add(i);
      }
    }
    var key =
        keyColumns.size() == 1
            ? columns.get(keyColumns.get(0)).schema()
            : struct(Naming.schema(topic, "Key"), columns, keyColumns);
    return new RowSchemas(
        key,
        struct(Naming.schema(topic, "Value"), columns, valueColumns),
        columns,
        keyColumns,
        List.copyOf(valueColumns),
        softDelete.map(column -> softDelete(table, names, column)));
  }

  private static List<Integer> keyColumns(TableDefinition table, List<String> names) {
    if (table.primaryKey().isEmpty()) {
      throw new ConfigException(
          ("Table %s has no primary key, so its records would have no key. Declare one with"
                  + " ALTER TABLE %s ADD PRIMARY KEY (…), or leave the table out with"
                  + " table.blacklist or table.whitelist.")
              .formatted(table.id(), table.id()));
    }
    return table.primaryKey().stream().map(names::indexOf).toList();
  }

  private static int softDelete(TableDefinition table, List<String> names, String column) {
    return table
        .column(column)
        .map(found -> names.indexOf(found.name()))
        .orElseThrow(
            () ->
                new ConfigException(
                    ("Table %s has no column %s, which soft.delete.column.name names: its deletes"
                            + " would never be seen. Correct the name, or read the table with a"
                            + " connector of its own.")
                        .formatted(table.id(), column)));
  }

  private static Schema struct(String name, List<ColumnMapping> columns, List<Integer> positions) {
    var builder = SchemaBuilder.struct().name(name);
    for (int position : positions) {
      builder.field(columns.get(position).name(), columns.get(position).schema());
    }
    return builder.build();
  }

  @Nullable Object keyOf(@Nullable Object[] values) {
    return keyColumns.size() == 1
        ? values[keyColumns.get(0)]
        : fill(new Struct(key), keyColumns, values);
  }

  Struct valueOf(@Nullable Object[] values) {
    return fill(new Struct(value), valueColumns, values);
  }

  private static Struct fill(Struct struct, List<Integer> positions, @Nullable Object[] values) {
    var fields = struct.schema().fields();
    for (var i = 0; i < fields.size(); i++) {
      struct.put(fields.get(i), values[positions.get(i)]);
    }
    return struct;
  }
}
