package io.syncline.connect.jdbc.source.capture;

import io.syncline.connect.jdbc.source.record.Naming;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;

/** Columns of one table as Debezium's schema of a row has them, with the schema of our value. */
final class CapturedTable {
  private final String topic;
  private final List<CapturedField> fields;
  private final Schema schema;

  CapturedTable(String topic, Schema row) {
    this.topic = topic;
    try {
      fields = row.fields().stream().map(CapturedField::of).toList();
    } catch (DataException e) {
      throw new DataException("Records of %s: %s".formatted(topic, e.getMessage()), e);
    }
    var builder = SchemaBuilder.struct().name(Naming.schema(topic, "Value"));
    fields.forEach(field -> builder.field(field.name(), field.schema()));
    schema = builder.build();
  }

  Schema schema() {
    return schema;
  }

  Struct value(Struct row) {
    try {
      var value = new Struct(schema);
      fields.forEach(field -> value.put(field.name(), field.read(row)));
      return value;
    } catch (DataException e) {
      throw new DataException("A record of %s: %s".formatted(topic, e.getMessage()), e);
    }
  }

  /** A column that a setting names; empty when there is no such setting. */
  Optional<Object> column(Optional<String> name, String setting, Struct value) {
    return name.flatMap(
        column -> {
          if (schema.field(column) == null) {
            throw new DataException(
                "Records of %s have no column %s, which %s names."
                    .formatted(topic, column, setting));
          }
          return Optional.ofNullable(value.get(column));
        });
  }
}
