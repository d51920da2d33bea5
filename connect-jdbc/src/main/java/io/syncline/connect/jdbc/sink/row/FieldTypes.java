package io.syncline.connect.jdbc.sink.row;

import io.syncline.connect.jdbc.schema.Meaning;
import io.syncline.connect.jdbc.table.ColumnType;
import io.syncline.connect.jdbc.table.ColumnType.Kind;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;

/** Choice of a column type for a field that has no column yet. */
final class FieldTypes {
  /** Where Confluent's Avro converter leaves the decimal's precision. */
  private static final String PRECISION = "connect.decimal.precision";

  private FieldTypes() {}

  static ColumnType of(Schema schema) {
    return Meaning.of(schema)
        .map(
            meaning ->
                meaning == Meaning.DECIMAL
                    ? decimal(schema)
                    : ColumnType.temporal(meaning.kind(), meaning.digits()))
        .orElseGet(() -> isArrayOfPlain(schema) ? array(schema) : ofPlain(schema.type()));
  }

  /** Whether a column can have the elements as they are; else they are a matter of JSON. */
  static boolean isArrayOfPlain(Schema schema) {
    return schema.type() == Schema.Type.ARRAY && schema.valueSchema().type().isPrimitive();
  }

  private static ColumnType array(Schema schema) {
    return ColumnType.arrayOf(of(schema.valueSchema()));
  }

  private static ColumnType ofPlain(Schema.Type type) {
    return ColumnType.of(
        switch (type) {
          case BOOLEAN -> Kind.BOOLEAN;
          case INT8, INT16 -> Kind.INT16;
          case INT32 -> Kind.INT32;
          case INT64 -> Kind.INT64;
          case FLOAT32 -> Kind.FLOAT32;
          case FLOAT64 -> Kind.FLOAT64;
          case STRING -> Kind.TEXT;
          case BYTES -> Kind.BYTES;
          case ARRAY, MAP, STRUCT -> Kind.JSON;
        });
  }

  private static ColumnType decimal(Schema schema) {
    var parameters = schema.parameters();
    return ColumnType.decimal(
        Integer.parseInt(parameters.getOrDefault(PRECISION, "0")),
        Integer.parseInt(parameters.get(Decimal.SCALE_FIELD)));
  }
}
