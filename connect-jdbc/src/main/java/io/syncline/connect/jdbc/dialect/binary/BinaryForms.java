package io.syncline.connect.jdbc.dialect.binary;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Choice of a binary form for a column.
 *
 * <p>A form takes only such values as the database would store alike if a statement brought them:
 * no text that it would have to read, no number that it would have to round.
 */
public final class BinaryForms {
  /** The database counts its days and microseconds from the first of January 2000. */
  private static final long EPOCH_DAY = 10_957;

  private static final long EPOCH_SECOND = EPOCH_DAY * 86_400;
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final int NANOS_PER_MICRO = 1_000;
  private static final int LAST_YEAR = 9_999;
  private static final int LENGTH_OF_UUID_TEXT = 36;

  /** Version of the format. */
  private static final int JSONB = 1;

  private static final Map<String, BinaryForm> BY_TYPE =
      Map.ofEntries(
          Map.entry("boolean", BinaryForms::flag),
          Map.entry("smallint", BinaryForms::int16),
          Map.entry("integer", BinaryForms::int32),
          Map.entry("bigint", BinaryForms::int64),
          Map.entry("real", BinaryForms::float32),
          Map.entry("double precision", BinaryForms::float64),
          Map.entry("numeric", BinaryForms::numeric),
          Map.entry("text", BinaryForms::text),
          Map.entry("character varying", BinaryForms::text),
          Map.entry("bpchar", BinaryForms::text),
          Map.entry("json", BinaryForms::text),
          Map.entry("jsonb", BinaryForms::jsonb),
          Map.entry("uuid", BinaryForms::uuid),
          Map.entry("bytea", BinaryForms::bytea),
          Map.entry("date", BinaryForms::date),
          Map.entry("time without time zone", BinaryForms::time),
          Map.entry("timestamp without time zone", BinaryForms::timestamp),
          Map.entry("timestamp with time zone", BinaryForms::instant));

  private BinaryForms() {}

  /**
   * @param columnType the database's own name of it, without limits
   */
  public static Optional<BinaryForm> of(String columnType) {
    return Optional.ofNullable(BY_TYPE.get(columnType));
  }

  /** A boolean comes as the text that a bit column takes, too. */
  private static void flag(Object value, BinaryRows out) {
    out.int32(Byte.BYTES);
    out.int8(
        switch (value.toString()) {
          case "1" -> 1;
          case "0" -> 0;
          default -> throw new NoBinaryFormException(value.getClass());
        });
  }

  private static void int16(Object value, BinaryRows out) {
    out.int32(Short.BYTES);
    out.int16((int) whole(value, Short.MIN_VALUE, Short.MAX_VALUE));
  }

  private static void int32(Object value, BinaryRows out) {
    out.int32(Integer.BYTES);
    out.int32((int) whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE));
  }

  private static void int64(Object value, BinaryRows out) {
    out.int32(Long.BYTES);
    out.int64(whole(value, Long.MIN_VALUE, Long.MAX_VALUE));
  }

  private static long whole(Object value, long least, long most) {
    if (value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte) {
      var number = ((Number) value).longValue();
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new NoBinaryFormException(value.getClass());
  }

  private static void float32(Object value, BinaryRows out) {
    out.int32(Float.BYTES);
    out.int32(Float.floatToIntBits(as(Float.class, value)));
  }

  private static void float64(Object value, BinaryRows out) {
    out.int32(Double.BYTES);
    out.int64(Double.doubleToLongBits(as(Double.class, value)));
  }

  private static void numeric(Object value, BinaryRows out) {
    if (value instanceof BigDecimal decimal) {
      NumericForm.write(decimal, out);
    } else {
      NumericForm.write(BigDecimal.valueOf(whole(value, Long.MIN_VALUE, Long.MAX_VALUE)), out);
    }
  }

  private static void text(Object value, BinaryRows out) {
    bytea(as(String.class, value).getBytes(StandardCharsets.UTF_8), out);
  }

  private static void jsonb(Object value, BinaryRows out) {
    var text = as(String.class, value).getBytes(StandardCharsets.UTF_8);
    out.int32(Byte.BYTES + text.length);
    out.int8(JSONB);
    out.bytes(text);
  }

  /** Java would read shorter texts, too, which the database refuses. */
  private static void uuid(Object value, BinaryRows out) {
    var text = value.toString();
    if (text.length() != LENGTH_OF_UUID_TEXT) {
      throw new NoBinaryFormException(value.getClass());
    }
    try {
      var uuid = UUID.fromString(text);
      out.int32(2 * Long.BYTES);
      out.int64(uuid.getMostSignificantBits());
      out.int64(uuid.getLeastSignificantBits());
    } catch (IllegalArgumentException e) {
      throw new NoBinaryFormException(value.getClass());
    }
  }

  private static void bytea(Object value, BinaryRows out) {
    var bytes = as(byte[].class, value);
    out.int32(bytes.length);
    out.bytes(bytes);
  }

  private static void date(Object value, BinaryRows out) {
    out.int32(Integer.BYTES);
    out.int32((int) (near(as(LocalDate.class, value)).toEpochDay() - EPOCH_DAY));
  }

  private static void time(Object value, BinaryRows out) {
    var time = as(LocalTime.class, value);
    out.int32(Long.BYTES);
    out.int64(time.toSecondOfDay() * MICROS_PER_SECOND + micros(time.getNano(), value));
  }

  private static void timestamp(Object value, BinaryRows out) {
    var timestamp = near(as(LocalDateTime.class, value));
    point(timestamp.toEpochSecond(ZoneOffset.UTC), timestamp.getNano(), value, out);
  }

  private static void instant(Object value, BinaryRows out) {
    var instant = near(as(OffsetDateTime.class, value));
    point(instant.toEpochSecond(), instant.getNano(), value, out);
  }

  private static void point(long second, int nano, Object value, BinaryRows out) {
    out.int32(Long.BYTES);
    out.int64((second - EPOCH_SECOND) * MICROS_PER_SECOND + micros(nano, value));
  }

  /** Far years are no count, but infinities to the database. */
  private static <T extends TemporalAccessor> T near(T time) {
    var year = time.get(ChronoField.YEAR);
    if (year < 1 || year > LAST_YEAR) {
      throw new NoBinaryFormException(time.getClass());
    }
    return time;
  }

  private static int micros(int nano, Object value) {
    if (nano % NANOS_PER_MICRO != 0) {
      throw new NoBinaryFormException(value.getClass());
    }
    return nano / NANOS_PER_MICRO;
  }

  private static <T> T as(Class<T> type, Object value) {
    if (!type.isInstance(value)) {
      throw new NoBinaryFormException(value.getClass());
    }
    return type.cast(value);
  }
}
