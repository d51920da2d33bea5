package io.syncline.connect.jdbc.sink.row;

import io.syncline.connect.jdbc.dialect.Dialect;
import io.syncline.connect.jdbc.table.ColumnType.Kind;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;

/** Choice of how a field's values become what a column is bound to. */
final class Cells {
  private final Dialect dialect;
  private final ZoneId zone;

  /**
   * @param zone of columns that hold timestamps without zone
   */
  Cells(Dialect dialect, ZoneId zone) {
    this.dialect = dialect;
    this.zone = zone;
  }

  /** A conversion of values that are not null. */
  Function<Object, Object> conversion(Schema schema, Kind column) {
    return switch (Optional.ofNullable(schema.name()).orElse("")) {
      case Timestamp.LOGICAL_NAME -> timestamp(schema, column);
      case org.apache.kafka.connect.data.Date.LOGICAL_NAME -> date(schema, column);
      case Time.LOGICAL_NAME -> time(schema, column);
      default -> plain(schema, column);
    };
  }

  private Function<Object, Object> timestamp(Schema schema, Kind column) {
    return switch (column) {
      case LOCAL_TIMESTAMP -> value -> instant(value).atZone(zone).toLocalDateTime();
      case DATE -> value -> instant(value).atZone(zone).toLocalDate();
      case INT64 -> value -> instant(value).toEpochMilli();
      case TEXT, JSON -> value -> JsonText.plainText(schema, value);
      default ->
          value -> dialect.utcParameter(instant(value).atOffset(ZoneOffset.UTC).toLocalDateTime());
    };
  }

  private static Function<Object, Object> date(Schema schema, Kind column) {
    return column == Kind.TEXT
        ? value -> JsonText.plainText(schema, value)
        : value -> LocalDate.from(utc(value));
  }

  private static Function<Object, Object> time(Schema schema, Kind column) {
    return column == Kind.TEXT
        ? value -> JsonText.plainText(schema, value)
        : value -> LocalTime.from(utc(value));
  }

  private static Function<Object, Object> plain(Schema schema, Kind column) {
    return switch (schema.type()) {
      case ARRAY, MAP, STRUCT -> value -> JsonText.of(schema, value);
      case BOOLEAN -> isInteger(column) ? value -> (Boolean) value ? 1 : 0 : orText(schema, column);
      case INT8, INT16, INT32, INT64 ->
          column == Kind.BOOLEAN
              ? value -> ((Number) value).longValue() != 0
              : orText(schema, column);
      case BYTES -> value -> value instanceof ByteBuffer buffer ? bytes(buffer) : value;
      default -> orText(schema, column);
    };
  }

  private static Function<Object, Object> orText(Schema schema, Kind column) {
    return column == Kind.TEXT ? value -> JsonText.plainText(schema, value) : value -> value;
  }

  private static boolean isInteger(Kind column) {
    return column == Kind.INT16 || column == Kind.INT32 || column == Kind.INT64;
  }

  private static Instant instant(Object value) {
    return ((Date) value).toInstant();
  }

  private static OffsetDateTime utc(Object value) {
    return instant(value).atOffset(ZoneOffset.UTC);
  }

  static byte[] bytes(ByteBuffer buffer) {
    var bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
