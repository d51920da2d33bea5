package io.syncline.connect.jdbc.sink.row;

import io.syncline.connect.jdbc.schema.Meaning;
import io.syncline.connect.jdbc.schema.TemporalValue;
import io.syncline.connect.jdbc.table.ColumnType;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.jspecify.annotations.Nullable;

/**
 * JSON of a nested value.
 *
 * <p>Numbers keep all their digits, times are ISO 8601 in UTC, bytes are Base64.
 */
final class JsonText {
  private static final int FIRST_PRINTABLE = 0x20;

  private final StringBuilder text = new StringBuilder();

  private JsonText() {}

  static String of(Schema schema, Object value) {
    var json = new JsonText();
    json.write(schema, value);
    return json.text.toString();
  }

  private void write(Schema schema, @Nullable Object value) {
    if (value == null) {
      text.append("null");
    } else if (value instanceof Struct struct) {
      writeStruct(struct);
    } else if (value instanceof Map<?, ?> map) {
      writeMap(schema, map);
    } else if (value instanceof Collection<?> collection) {
      writeArray(schema, collection);
    } else {
      writePlain(schema, value);
    }
  }

  private void writeStruct(Struct struct) {
    var separator = "{";
    for (Field field : struct.schema().fields()) {
      text.append(separator);
      quote(field.name());
      text.append(':');
      write(field.schema(), struct.get(field));
      separator = ",";
    }
    text.append(separator.equals("{") ? "{}" : "}");
  }

  private void writeMap(Schema schema, Map<?, ?> map) {
    var separator = "{";
    for (var entry : map.entrySet()) {
      text.append(separator);
      quote(String.valueOf(entry.getKey()));
      text.append(':');
      write(schema.valueSchema(), entry.getValue());
      separator = ",";
    }
    text.append(separator.equals("{") ? "{}" : "}");
  }

  private void writeArray(Schema schema, Collection<?> elements) {
    var separator = "";
    text.append('[');
    for (var element : elements) {
      text.append(separator);
      write(schema.valueSchema(), element);
      separator = ",";
    }
    text.append(']');
  }

  private void writePlain(Schema schema, Object value) {
    if (value instanceof BigDecimal decimal) {
      text.append(decimal.toPlainString());
    } else if (temporal(schema).isEmpty() && (value instanceof Boolean || isFinite(value))) {
      text.append(value);
    } else {
      quote(plainText(schema, value));
    }
  }

  private static boolean isFinite(Object value) {
    return value instanceof Number number
        && !Double.isNaN(number.doubleValue())
        && !Double.isInfinite(number.doubleValue());
  }

  /** Text of a value that is neither nested nor null; the same as it has inside of JSON. */
  static String plainText(Schema schema, Object value) {
    var temporal = temporal(schema);
    if (temporal.isPresent()) {
      return new TemporalValue(temporal.get(), value).text();
    }
    if (value instanceof byte[] bytes) {
      return Base64.getEncoder().encodeToString(bytes);
    }
    if (value instanceof ByteBuffer buffer) {
      return Base64.getEncoder().encodeToString(Cells.bytes(buffer));
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (value instanceof Struct || value instanceof Map || value instanceof Collection) {
      throw new DataException("A nested value has no plain text.");
    }
    return value.toString();
  }

  private static Optional<Meaning> temporal(Schema schema) {
    return Meaning.of(schema).filter(meaning -> ColumnType.of(meaning.kind()).isTemporal());
  }

  private void quote(String value) {
    text.append('"');
    for (var i = 0; i < value.length(); i++) {
      append(value.charAt(i));
    }
    text.append('"');
  }

  private void append(char character) {
    switch (character) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default -> {
        if (character < FIRST_PRINTABLE) {
          text.append("\\u%04x".formatted((int) character));
        } else {
          text.append(character);
        }
      }
    }
  }
}
