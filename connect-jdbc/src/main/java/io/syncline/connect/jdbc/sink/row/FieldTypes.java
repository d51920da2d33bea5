package io.syncline.connect.jdbc.sink.row;

import io.syncline.connect.jdbc.table.ColumnType;
import io.syncline.connect.jdbc.table.ColumnType.Kind;
import java.util.Optional;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;

/** Choice of a column type for a field that has no column yet. */
final class FieldTypes {
  /** Where Confluent's Avro converter leaves the decimal's precision. */
  private static final String PRECISION = "connect.decimal.precision";

  private static final int MILLISECOND_DIGITS = 3;

  private FieldTypes() {}

  static ColumnType of(Schema schema) {
    return switch (Optional.ofNullable(schema.name()).orElse("")) {
      case Decimal.LOGICAL_NAME -> decimal(schema);
      case Date.LOGICAL_NAME -> ColumnType.of(Kind.DATE);
      case Time.LOGICAL_NAME -> ColumnType.temporal(Kind.TIME, MILLISECOND_DIGITS);
      case Timestamp.LOGICAL_NAME -> ColumnType.temporal(Kind.INSTANT, MILLISECOND_DIGITS);
      default -> ofPlain(schema.type());
    };
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
