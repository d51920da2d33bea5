package io.syncline.connect.jdbc.source.record;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Schema.Type;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/** Estimate of the memory that a table's records take, by the fields that can be long. */
final class RecordSizes {
  /** Of the record itself, its key and its place. */
  private static final int RECORD = 500;

  private static final int SHORT_VALUE = 32;
  private static final Set<Type> LONG_TYPES = EnumSet.of(Type.STRING, Type.BYTES, Type.ARRAY);

  private final long fixed;
  private final List<Field> longFields;

  /**
   * @param value schema of a struct
   */
  RecordSizes(Schema value) {
    this.fixed = RECORD + (long) SHORT_VALUE * value.fields().size();
    this.longFields =
        value.fields().stream().filter(it -> LONG_TYPES.contains(it.schema().type())).toList();
  }

  /** In bytes. */
  long of(SourceRecord record) {
    var size = fixed;
    if (record.value() instanceof Struct value) {
      for (var field : longFields) {
        size += of(value.get(field));
      }
    }
    return size;
  }

  private static long of(@Nullable Object value) {
    if (value instanceof String text) {
      return text.length();
    }
    if (value instanceof byte[] bytes) {
      return bytes.length;
    }
    return value instanceof Collection<?> elements
        ? elements.stream().mapToLong(element -> SHORT_VALUE + of(element)).sum()
        : 0;
  }
}
