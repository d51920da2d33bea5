package io.syncline.streams.mapping;

import io.syncline.schemas.Violation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** Reader of the declared columns of one table out of records of one Avro schema. */
final class RowReader {

  private final Map<String, Schema> columns = new HashMap<>();
  private final List<Violation> violations = new ArrayList<>();

  RowReader(Table table, Schema schema) {
    table.columns().forEach((name, declared) -> bind(name, declared, schema));
  }

  private void bind(String name, ColumnType declared, Schema schema) {
    var field = schema.getField(name);
    if (field == null) {
      violations.add(
          violation(
              "column",
              "the row has no column '%s', which the mapping declares: mend the mapping, or give the column back"
                  .formatted(name)));
      return;
    }
    var actual = withoutNull(field.schema());
    if (ColumnType.of(actual).filter(declared::equals).isEmpty()) {
      violations.add(
          violation(
              "column-type",
              "column '%s' is declared %s, but the row has %s: mend the mapping's tables section"
                  .formatted(name, declared.word(), describe(actual))));
      return;
    }
    columns.put(name, actual);
  }

  /** What the record's shape lacks, measured against the declaration; empty when it fits. */
  List<Violation> violations() {
    return violations;
  }

  /** The declared columns of a record, by name; a null column is absent. */
  Map<String, Object> read(GenericRecord record) {
    var values = new HashMap<String, Object>(columns.size() * 2);
    columns.forEach(
        (name, schema) -> {
          var value = record.get(name);
          if (value != null) {
            values.put(name, value(schema, value));
          }
        });
    return values;
  }

  private static Object value(Schema schema, Object value) {
    var logical = schema.getLogicalType();
    if (logical instanceof LogicalTypes.Decimal decimal) {
      return new BigDecimal(new BigInteger(bytes((ByteBuffer) value)), decimal.getScale());
    }
    if (logical instanceof LogicalTypes.Date) {
      return LocalDate.ofEpochDay((Integer) value);
    }
    if (logical instanceof LogicalTypes.TimestampMillis) {
      return Instant.ofEpochMilli((Long) value);
    }
    if (logical instanceof LogicalTypes.TimestampMicros) {
      var micros = (Long) value;
      return Instant.ofEpochSecond(
          Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
    }
    return plain(schema.getType(), value);
  }

  private static Object plain(Schema.Type type, Object value) {
    return switch (type) {
      case INT, LONG -> ((Number) value).longValue();
      // The shortest text that reads back as the same number: 9.8, not 9.80000019.
      case FLOAT, DOUBLE -> new BigDecimal(value.toString());
      case BOOLEAN, BYTES, FIXED -> value;
      default -> value.toString();
    };
  }

  private static byte[] bytes(ByteBuffer buffer) {
    var bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  private static Schema withoutNull(Schema schema) {
    if (!schema.isUnion()) {
      return schema;
    }
    return schema.getTypes().stream()
        .filter(type -> type.getType() != Schema.Type.NULL)
        .findFirst()
        .orElse(schema);
  }

  private static String describe(Schema schema) {
    return ColumnType.of(schema).map(ColumnType::word).orElseGet(() -> schema.getType().getName());
  }

  private static Violation violation(String rule, String message) {
    return Violation.newBuilder().setRule(rule).setMessage(message).build();
  }
}
