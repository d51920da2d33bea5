package io.syncline.connect.avro;

import io.syncline.connect.avro.SchemaPair.OrNull;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Objects;
import org.apache.avro.Schema.Type;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.DataException;

/** Makes what writes a schema's values, byte for byte as Confluent's converter does. */
final class ValueWriters {

  private ValueWriters() {}

  /**
   * @throws NotCompiledException for maps, enums, unions, fixed bytes and recursive records
   */
  static ValueWriter compile(Schema connect, org.apache.avro.Schema avro)
      throws NotCompiledException {
    var pair = SchemaPair.of(connect, avro);
    ValueWriter present = present(pair);
    if (pair.orNull() == OrNull.NEVER) {
      return present;
    }
    int nullBranch = pair.orNull().nullBranch();
    int valueBranch = pair.orNull().valueBranch();
    return (value, out) -> {
      if (value == null) {
        out.writeIndex(nullBranch);
      } else {
        out.writeIndex(valueBranch);
        present.write(value, out);
      }
    };
  }

  private static ValueWriter present(SchemaPair pair) throws NotCompiledException {
    String name = pair.connect().name();
    return switch (name == null ? "" : name) {
      case Decimal.LOGICAL_NAME -> decimal(pair);
      case Date.LOGICAL_NAME -> {
        pair.require(Type.INT, Schema.Type.INT32);
        yield (value, out) ->
            out.writeInt(Date.fromLogical(pair.connect(), (java.util.Date) value));
      }
      case Time.LOGICAL_NAME -> {
        pair.require(Type.INT, Schema.Type.INT32);
        yield (value, out) ->
            out.writeInt(Time.fromLogical(pair.connect(), (java.util.Date) value));
      }
      case Timestamp.LOGICAL_NAME -> {
        pair.require(Type.LONG, Schema.Type.INT64);
        yield (value, out) ->
            out.writeLong(Timestamp.fromLogical(pair.connect(), (java.util.Date) value));
      }
      default -> plain(pair);
    };
  }

  private static ValueWriter decimal(SchemaPair pair) throws NotCompiledException {
    pair.require(Type.BYTES, Schema.Type.BYTES);
    int scale = pair.scale();
    return (value, out) -> {
      var decimal = (BigDecimal) Objects.requireNonNull(value);
      if (decimal.scale() != scale) {
        throw new DataException("A decimal of another scale than its schema's");
      }
      out.writeBytes(decimal.unscaledValue().toByteArray());
    };
  }

  private static ValueWriter plain(SchemaPair pair) throws NotCompiledException {
    switch (pair.connect().type()) {
      case INT8 -> {
        pair.require(Type.INT);
        return (value, out) -> out.writeInt((Byte) value);
      }
      case INT16 -> {
        pair.require(Type.INT);
        return (value, out) -> out.writeInt((Short) value);
      }
      case INT32 -> {
        pair.require(Type.INT);
        return (value, out) -> out.writeInt((Integer) value);
      }
      case INT64 -> {
        pair.require(Type.LONG);
        return (value, out) -> out.writeLong((Long) value);
      }
      case FLOAT32 -> {
        pair.require(Type.FLOAT);
        return (value, out) -> out.writeFloat((Float) value);
      }
      case FLOAT64 -> {
        pair.require(Type.DOUBLE);
        return (value, out) -> out.writeDouble((Double) value);
      }
      case BOOLEAN -> {
        pair.require(Type.BOOLEAN);
        return (value, out) -> out.writeBoolean((Boolean) value);
      }
      case STRING -> {
        pair.require(Type.STRING);
        return (value, out) -> out.writeString((String) value);
      }
      case BYTES -> {
        pair.require(Type.BYTES);
        return (value, out) -> {
          if (value instanceof byte[] bytes) {
            out.writeBytes(bytes);
          } else {
            out.writeBytes((ByteBuffer) value);
          }
        };
      }
      case ARRAY -> {
        return array(pair);
      }
      case STRUCT -> {
        return struct(pair);
      }
      default -> throw pair.unknown();
    }
  }

  private static ValueWriter array(SchemaPair pair) throws NotCompiledException {
    pair.require(Type.ARRAY);
    ValueWriter element = compile(pair.connect().valueSchema(), pair.avro().getElementType());
    return (value, out) -> {
      // Somebody else may change a collection; the count before the elements must be theirs.
      var elements = new ArrayList<Object>();
      for (Object one : (Collection<?>) value) {
        elements.add(one);
      }
      out.writeArrayStart();
      out.setItemCount(elements.size());
      for (Object one : elements) {
        out.startItem();
        element.write(one, out);
      }
      out.writeArrayEnd();
    };
  }

  private static ValueWriter struct(SchemaPair pair) throws NotCompiledException {
    pair.requireRecord();
    Schema schema = pair.connect();
    var written = pair.avro().getFields();
    var fields = new Field[written.size()];
    var writers = new ValueWriter[written.size()];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = schema.field(written.get(i).name());
      if (fields[i] == null || fields[i].schema().defaultValue() != null) {
        throw pair.unknown();
      }
      writers[i] = compile(fields[i].schema(), written.get(i).schema());
    }
    return (value, out) -> {
      var struct = (Struct) value;
      if (!struct.schema().equals(schema)) {
        throw new DataException("A struct of another schema");
      }
      for (int i = 0; i < fields.length; i++) {
        writers[i].write(struct.get(fields[i]), out);
      }
    };
  }
}
