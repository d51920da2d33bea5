package io.syncline.local.bench.topology.program;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/**
 * Table as a connector describes it: the columns may all be null.
 *
 * @param topic on which its rows are
 */
record Columns(String topic, Schema schema) {

  private static final int SCALE = 4;

  private static final Schema TEXT = Schema.create(Schema.Type.STRING);
  private static final Schema WHOLE = Schema.create(Schema.Type.INT);
  private static final Schema FLAG = Schema.create(Schema.Type.BOOLEAN);
  private static final Schema TIME =
      LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG));
  private static final Schema MONEY =
      LogicalTypes.decimal(18, SCALE).addToSchema(Schema.create(Schema.Type.BYTES));

  /**
   * @param columns a name each, with its type behind a colon if it is no text
   */
  static Columns of(String source, String table, String... columns) {
    var fields = SchemaBuilder.record(table).namespace("crm." + source).fields();
    for (String column : columns) {
      String[] parts = column.split(":");
      var type = Schema.createUnion(Schema.create(Schema.Type.NULL), type(parts));
      fields.name(parts[0]).type(type).withDefault(null);
    }
    return new Columns("crm." + source + "." + table, fields.endRecord());
  }

  GenericRecord row(Object... values) {
    GenericRecord row = new GenericData.Record(schema);
    for (int column = 0; column < values.length; column++) {
      row.put(column, avro(values[column]));
    }
    return row;
  }

  private static Schema type(String[] parts) {
    return parts.length == 1
        ? TEXT
        : List.of(WHOLE, FLAG, TIME, MONEY)
            .get(List.of("int", "boolean", "time", "money").indexOf(parts[1]));
  }

  private static Object avro(Object value) {
    return value instanceof BigDecimal number
        ? ByteBuffer.wrap(number.setScale(SCALE).unscaledValue().toByteArray())
        : value;
  }
}
