package io.syncline.schemas;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericFixed;

/** Plain values of what Avro's generic reader gives, by schema. */
public final class AvroValues {

  private AvroValues() {}

  /**
   * A String, Long, BigDecimal, Boolean, Instant, LocalDate or, for bytes, their hexadecimal text.
   *
   * @param schema of the value; a union's branch is found by the value
   * @throws RuntimeException when the value has no such form: a NaN, a nested record
   */
  public static Object plain(Schema schema, Object value) {
    if (schema.isUnion()) {
      return plain(schema.getTypes().get(GenericData.get().resolveUnion(schema, value)), value);
    }
    var logical = schema.getLogicalType();
    if (logical instanceof LogicalTypes.Decimal decimal) {
      return new BigDecimal(new BigInteger(bytes(value)), decimal.getScale());
    }
    if (logical instanceof LogicalTypes.Date) {
      return LocalDate.ofEpochDay((Integer) value);
    }
    if (logical instanceof LogicalTypes.TimestampMillis) {
      return Instant.ofEpochMilli((Long) value);
    }
    if (logical instanceof LogicalTypes.TimestampMicros) {
      return ofMicros((Long) value);
    }
    return unnamed(schema.getType(), value);
  }

  /** The text that stands for a plain value in keys and text fields. */
  public static String text(Object plain) {
    return plain instanceof BigDecimal number ? number.toPlainString() : plain.toString();
  }

  private static Object unnamed(Schema.Type type, Object value) {
    return switch (type) {
      case INT, LONG -> ((Number) value).longValue();
      // The shortest text that reads back as the same number: 9.8, not 9.80000019.
      case FLOAT, DOUBLE -> new BigDecimal(value.toString());
      case BOOLEAN -> value;
      case BYTES, FIXED -> HexFormat.of().formatHex(bytes(value));
      case STRING, ENUM -> value.toString();
      default -> throw new IllegalArgumentException("a nested " + type.getName());
    };
  }

  private static byte[] bytes(Object value) {
    if (value instanceof GenericFixed fixed) {
      return fixed.bytes();
    }
    var buffer = ((ByteBuffer) value).duplicate();
    var bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  private static Instant ofMicros(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
  }
}
