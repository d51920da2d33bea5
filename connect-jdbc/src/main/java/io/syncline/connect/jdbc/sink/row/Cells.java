package io.syncline.connect.jdbc.sink.row;

import io.syncline.connect.jdbc.dialect.Dialect;
import io.syncline.connect.jdbc.schema.Meaning;
import io.syncline.connect.jdbc.schema.TemporalValue;
import io.syncline.connect.jdbc.table.ColumnType;
import io.syncline.connect.jdbc.table.ColumnType.Kind;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

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
  Function<Object, Object> conversion(Schema schema, ColumnType column) {
    var wanted =
        column.element().map(it -> array(schema, it)).orElseGet(() -> single(schema, column));
    return value -> parameter(converted(value, wanted));
  }

  private Function<Object, Object> single(Schema schema, ColumnType column) {
    var meaning = Meaning.of(schema);
    return meaning.isPresent() && ColumnType.of(meaning.get().kind()).isTemporal()
        ? temporal(meaning.get(), column.kind())
        : plain(schema, column.kind());
  }

  /** Text is an array's own, or that of JSON, where a database without arrays was in between. */
  private Function<Object, Object> array(Schema schema, ColumnType element) {
    if (!FieldTypes.isArrayOfPlain(schema)) {
      var single = single(schema, ColumnType.arrayOf(element));
      return value -> fromJson(single.apply(value), element.kind());
    }
    var conversion = conversion(schema.valueSchema(), element);
    return value -> dialect.arrayParameter(elements((Collection<?>) value, conversion));
  }

  private Object fromJson(Object value, Kind element) {
    Function<Object, Object> conversion =
        text -> element == Kind.BYTES ? Base64.getDecoder().decode((String) text) : text;
    return value instanceof String text
        ? JsonArray.parse(text)
            .map(elements -> dialect.arrayParameter(elements(elements, conversion)))
            .orElse(text)
        : value;
  }

  private static List<@Nullable Object> elements(
      Collection<?> values, Function<Object, Object> conversion) {
    var elements = new ArrayList<@Nullable Object>();
    values.forEach(value -> elements.add(value == null ? null : conversion.apply(value)));
    return elements;
  }

  private static Object converted(Object value, Function<Object, Object> conversion) {
    try {
      return conversion.apply(value);
    } catch (DateTimeException e) {
      throw new RejectedRecordException("a date or time in it cannot be read");
    } catch (IllegalArgumentException e) {
      throw new RejectedRecordException("the elements of an array in it cannot be read");
    }
  }

  private Object parameter(Object value) {
    try {
      return dialect.parameter(value);
    } catch (IllegalArgumentException e) {
      throw new RejectedRecordException("a value does not fit its column: " + e.getMessage());
    }
  }

  private Function<Object, Object> temporal(Meaning meaning, Kind column) {
    if (column == Kind.TEXT || column == Kind.JSON) {
      return value -> new TemporalValue(meaning, value).text();
    }
    return switch (meaning.kind()) {
      case DATE -> value -> new TemporalValue(meaning, value).date();
      case TIME -> value -> new TemporalValue(meaning, value).time();
      default -> value -> timestamp(new TemporalValue(meaning, value), column);
    };
  }

  private Object timestamp(TemporalValue value, Kind column) {
    return switch (column) {
      case LOCAL_TIMESTAMP -> value.local(zone);
      case DATE -> value.local(zone).toLocalDate();
      case TIME -> Duration.ofNanos(value.local(zone).toLocalTime().toNanoOfDay());
      case INT64 -> value.count(zone);
      default -> dialect.utcParameter(LocalDateTime.ofInstant(value.instant(zone), ZoneOffset.UTC));
    };
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
    return switch (column) {
      case TEXT ->
          schema.type() == Schema.Type.STRING
              ? value -> value
              : value -> JsonText.plainText(schema, value);
      // Text is taken for JSON already.
      case JSON ->
          schema.type() == Schema.Type.STRING
              ? value -> value
              : value -> JsonText.of(schema, value);
      default -> value -> value;
    };
  }

  private static boolean isInteger(Kind column) {
    return column == Kind.INT16 || column == Kind.INT32 || column == Kind.INT64;
  }

  static byte[] bytes(ByteBuffer buffer) {
    var bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
