package io.syncline.connect.jdbc.source.reading.compare;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of values: the same for equal values, different for different ones.
 *
 * <p>Equal are whole numbers of any width and decimals of any scale, so that a widened column
 * changes no row. A struct's fields go by their names, and those without a value are not there, so
 * that a column added or dropped changes only the rows that have something in it.
 */
final class ByteForm {
  static final byte NULL = 0;
  static final byte FALSE = 1;
  static final byte TRUE = 2;
  static final byte INTEGER = 3;
  static final byte FLOAT32 = 4;
  static final byte FLOAT64 = 5;
  static final byte DECIMAL = 6;
  static final byte TEXT = 7;
  static final byte BYTES = 8;
  static final byte TIME = 9;
  static final byte LIST = 10;
  static final byte MAP = 11;
  static final byte STRUCT = 12;

  /** Text that is a UUID: 16 bytes instead of 36. */
  static final byte UUID_TEXT = 13;

  private static final int UUID_LENGTH = 36;
  private static final int FIRST_CAPACITY = 256;

  private byte[] buffer = new byte[FIRST_CAPACITY];
  private int size;

  void clear() {
    size = 0;
  }

  byte[] toBytes() {
    return Arrays.copyOf(buffer, size);
  }

  ByteBuffer view() {
    return ByteBuffer.wrap(buffer, 0, size);
  }

  ByteForm add(@Nullable Object value) {
    if (value == null) {
      put(NULL);
    } else if (value instanceof Boolean flag) {
      put(flag ? TRUE : FALSE);
    } else if (value instanceof Float || value instanceof Double) {
      addFloat((Number) value);
    } else if (value instanceof BigDecimal decimal) {
      addDecimal(decimal.stripTrailingZeros());
    } else if (value instanceof Number number) {
      put(INTEGER);
      putLong(number.longValue());
    } else {
      addOther(value);
    }
    return this;
  }

  private void addFloat(Number value) {
    if (value instanceof Float single) {
      put(FLOAT32);
      putLong(Float.floatToIntBits(single));
    } else {
      put(FLOAT64);
      putLong(Double.doubleToLongBits(value.doubleValue()));
    }
  }

  private void addDecimal(BigDecimal value) {
    put(DECIMAL);
    putLong(value.scale());
    putBytes(value.unscaledValue().toByteArray());
  }

  private void addOther(Object value) {
    if (value instanceof String text) {
      addText(text);
    } else if (value instanceof byte[] bytes) {
      put(BYTES);
      putBytes(bytes);
    } else if (value instanceof ByteBuffer bytes) {
      var copy = new byte[bytes.remaining()];
      bytes.duplicate().get(copy);
      add(copy);
    } else if (value instanceof Date time) {
      put(TIME);
      putLong(time.getTime());
    } else {
      addNested(value);
    }
  }

  private void addText(String text) {
    var uuid = text.length() == UUID_LENGTH ? uuid(text) : Optional.<UUID>empty();
    if (uuid.isPresent()) {
      put(UUID_TEXT);
      putFixed(uuid.get().getMostSignificantBits());
      putFixed(uuid.get().getLeastSignificantBits());
    } else {
      put(TEXT);
      putBytes(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Empty unless the text is how Java writes the UUID. */
  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text)).filter(uuid -> uuid.toString().equals(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void addNested(Object value) {
    if (value instanceof List<?> list) {
      put(LIST);
      putLong(list.size());
      list.forEach(this::add);
    } else if (value instanceof Map<?, ?> map) {
      put(MAP);
      putLong(map.size());
      map.forEach((key, entry) -> add(key).add(entry));
    } else if (value instanceof Struct struct) {
      addStruct(struct);
    } else {
      throw new IllegalArgumentException("no form for " + value.getClass());
    }
  }

  private void addStruct(Struct struct) {
    put(STRUCT);
    for (var field : struct.schema().fields()) {
      var value = struct.get(field);
      if (value != null) {
        add(field.name()).add(value);
      }
    }
    put(NULL);
  }

  private void putBytes(byte[] bytes) {
    putLong(bytes.length);
    ensure(bytes.length);
    System.arraycopy(bytes, 0, buffer, size, bytes.length);
    size += bytes.length;
  }

  /** Small numbers of either sign in few bytes: seven bits a byte, the sign last. */
  private void putLong(long value) {
    var rest = (value << 1) ^ (value >> (Long.SIZE - 1));
    while ((rest & ~0x7fL) != 0) {
      put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    put((byte) rest);
  }

  private void putFixed(long value) {
    for (var shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      put((byte) (value >>> shift));
    }
  }

  private void put(byte value) {
    ensure(1);
    buffer[size++] = value;
  }

  private void ensure(int more) {
    if (size + more > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(size + more, buffer.length * 2));
    }
  }
}
