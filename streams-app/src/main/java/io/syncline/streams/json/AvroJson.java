package io.syncline.streams.json;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * The JSON form of Avro records: field names as in the schema, every field present, null where it
 * has no value. Decimals are text, so that no reader rounds them; times are ISO 8601 in UTC; bytes
 * are Base64.
 */
public final class AvroJson {

  private AvroJson() {}

  /** A record as a tree of maps, lists, text, numbers, booleans and nulls, in schema order. */
  public static Map<String, @Nullable Object> of(IndexedRecord avro) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    for (var field : avro.getSchema().getFields()) {
      json.put(field.name(), value(avro.get(field.pos())));
    }
    return json;
  }

  /** A decimal, exactly, without an exponent. */
  public static String decimal(BigDecimal value) {
    return value.toPlainString();
  }

  private static @Nullable Object value(@Nullable Object avro) {
    if (avro instanceof BigDecimal decimal) {
      return decimal(decimal);
    } else if (avro == null || avro instanceof Number || avro instanceof Boolean) {
      return avro;
    } else if (avro instanceof ByteBuffer bytes) {
      return base64(bytes);
    }
    return composite(avro);
  }

  private static Object composite(Object avro) {
    if (avro instanceof IndexedRecord nested) {
      return of(nested);
    } else if (avro instanceof Collection<?> list) {
      return list.stream().<@Nullable Object>map(AvroJson::value).toList();
    } else if (avro instanceof Map<?, ?> map) {
      var json = new LinkedHashMap<String, @Nullable Object>();
      map.forEach((key, value) -> json.put(key.toString(), value(value)));
      return json;
    }
    // Text, enums, and instants, whose text is ISO 8601.
    return avro.toString();
  }

  private static String base64(ByteBuffer bytes) {
    var copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    return Base64.getEncoder().encodeToString(copy);
  }
}
