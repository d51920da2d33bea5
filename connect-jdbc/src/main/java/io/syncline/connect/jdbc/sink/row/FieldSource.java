package io.syncline.connect.jdbc.sink.row;

import io.syncline.connect.jdbc.table.Column;
import io.syncline.connect.jdbc.table.TableDefinition;
import java.util.function.Function;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * Field on its way to the column of its name.
 *
 * @param <S> what the value is taken out of: a record, or an element of an array
 */
record FieldSource<S>(String name, Schema schema, Function<S, @Nullable Object> extraction) {

  static FieldSource<Struct> ofElement(Field field) {
    return new FieldSource<>(field.name(), field.schema(), struct -> struct.get(field));
  }

  FieldSource<S> as(String otherName) {
    return new FieldSource<>(otherName, schema, extraction);
  }

  Column column(boolean key) {
    return new Column(name, FieldTypes.of(schema), !key);
  }

  /** Whether the table takes the field; not if it is one to be ignored. */
  boolean fits(TableDefinition table) {
    return table.column(name).isPresent();
  }

  Cell<S> into(TableDefinition table, Cells cells) {
    var column = table.column(name).orElseThrow();
    return new Cell<>(column.name(), extraction, cells.conversion(schema, column.type()));
  }
}
