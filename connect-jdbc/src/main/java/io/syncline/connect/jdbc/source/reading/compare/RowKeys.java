package io.syncline.connect.jdbc.source.reading.compare;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.UUID;
import org.apache.kafka.connect.data.ConnectSchema;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.DataException;
import org.jspecify.annotations.Nullable;

/** Record keys as bytes and back. */
public final class RowKeys {
  private RowKeys() {}

  /** The same for equal keys, whatever the width or scale of their columns. */
  public static byte[] toBytes(@Nullable Object key) {
    var form = new ByteForm();
    if (key instanceof Struct struct) {
      struct.schema().fields().forEach(field -> form.add(struct.get(field)));
    } else {
      form.add(key);
    }
    return form.toBytes();
  }

  /**
   * The key as it would be read today.
   *
   * @throws ConnectException when the primary key is not what it was
   */
  public static Object toKey(byte[] bytes, Schema schema) {
    var in = ByteBuffer.wrap(bytes);
    try {
      var key = schema.type() == Schema.Type.STRUCT ? struct(in, schema) : value(in, schema);
      if (in.hasRemaining()) {
        throw new DataException("it has fewer columns");
      }
      return key;
    } catch (DataException | ArithmeticException | BufferUnderflowException e) {
      throw new ConnectException(
          "The primary key is not of the type it had when its rows were sent, so that deleted rows"
              + " cannot be named. Change it back, or reset the connector's offsets"
              + " (DELETE /connectors/<name>/offsets) to send the table anew.");
    }
  }

  private static Struct struct(ByteBuffer in, Schema schema) {
    var struct = new Struct(schema);
    schema.fields().forEach(field -> struct.put(field, value(in, field.schema())));
    return struct;
  }

  private static Object value(ByteBuffer in, Schema schema) {
    var value = fit(read(in), schema);
    ConnectSchema.validateValue(schema, value);
    return value;
  }

  private static Object read(ByteBuffer in) {
    return switch (in.get()) {
      case ByteForm.FALSE -> false;
      case ByteForm.TRUE -> true;
      case ByteForm.INTEGER -> readLong(in);
      case ByteForm.FLOAT32 -> Float.intBitsToFloat((int) readLong(in));
      case ByteForm.FLOAT64 -> Double.longBitsToDouble(readLong(in));
      case ByteForm.DECIMAL -> readDecimal(in);
      case ByteForm.TEXT -> new String(readBytes(in), StandardCharsets.UTF_8);
      case ByteForm.UUID_TEXT -> new UUID(in.getLong(), in.getLong()).toString();
      case ByteForm.BYTES -> readBytes(in);
      case ByteForm.TIME -> new Date(readLong(in));
      default -> throw new DataException("no key has such a value");
    };
  }

  private static Object fit(Object value, Schema schema) {
    if (value instanceof BigDecimal decimal && Decimal.LOGICAL_NAME.equals(schema.name())) {
      return decimal.setScale(Integer.parseInt(schema.parameters().get(Decimal.SCALE_FIELD)));
    }
    if (!(value instanceof Long number)) {
      return value;
    }
    return switch (schema.type()) {
      case INT8 -> inRange(number, Byte.MIN_VALUE, Byte.MAX_VALUE).byteValue();
      case INT16 -> inRange(number, Short.MIN_VALUE, Short.MAX_VALUE).shortValue();
      case INT32 -> inRange(number, Integer.MIN_VALUE, Integer.MAX_VALUE).intValue();
      default -> number;
    };
  }

  /** Cut to fewer bits, it would be the key of another row. */
  private static Long inRange(Long value, long least, long most) {
    if (value < least || value > most) {
      throw new DataException("the column has become narrower");
    }
    return value;
  }

  private static BigDecimal readDecimal(ByteBuffer in) {
    var scale = Math.toIntExact(readLong(in));
    return new BigDecimal(new BigInteger(readBytes(in)), scale);
  }

  private static byte[] readBytes(ByteBuffer in) {
    var bytes = new byte[Math.toIntExact(readLong(in))];
    in.get(bytes);
    return bytes;
  }

  private static long readLong(ByteBuffer in) {
    var shifted = 0L;
    byte next;
    var bits = 0;
    do {
      next = in.get();
      shifted |= (next & 0x7fL) << bits;
      bits += 7;
    } while (next < 0);
    return (shifted >>> 1) ^ -(shifted & 1);
  }
}
