package io.syncline.connect.jdbc.source.capture;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.DataException;
import org.jspecify.annotations.Nullable;

/**
 * Way of one column from Debezium's field into ours.
 *
 * @param schema of our field: Connect's own types, and no defaults
 */
record CapturedField(Field from, Schema schema) {
  private static final String ZONED = "io.debezium.time.ZonedTimestamp";
  private static final String TIMES = "io.debezium.time.";
  private static final String LEFT_OUT = "__debezium_unavailable_value";

  private static final Set<String> OF_CONNECT =
      Set.of(
          Decimal.LOGICAL_NAME,
          org.apache.kafka.connect.data.Date.LOGICAL_NAME,
          Time.LOGICAL_NAME,
          Timestamp.LOGICAL_NAME);

  static CapturedField of(Field from) {
    var name = single(from.schema()).name();
    if (name != null && name.startsWith(TIMES) && !name.equals(ZONED)) {
      throw new DataException(
          "Column %s comes as %s: set time.precision.mode=connect.".formatted(from.name(), name));
    }
    return new CapturedField(from, schema(from.schema()));
  }

  private static Schema single(Schema schema) {
    return schema.type() == Schema.Type.ARRAY ? schema.valueSchema() : schema;
  }

  private static Schema schema(Schema from) {
    var builder = ZONED.equals(from.name()) ? Timestamp.builder() : copy(from);
    return (from.isOptional() ? builder.optional() : builder).build();
  }

  private static SchemaBuilder copy(Schema from) {
    return switch (from.type()) {
      case ARRAY -> SchemaBuilder.array(schema(plain(from.valueSchema())));
      case STRUCT, MAP -> nested(from);
      default ->
          from.name() != null && OF_CONNECT.contains(from.name())
              ? logical(from)
              : new SchemaBuilder(from.type());
    };
  }

  private static SchemaBuilder logical(Schema from) {
    var builder = new SchemaBuilder(from.type()).name(from.name()).version(from.version());
    return from.parameters() == null ? builder : builder.parameters(from.parameters());
  }

  /** Of arrays of arrays Debezium tells the dimensions, which our source does not carry. */
  private static Schema plain(Schema element) {
    if (!element.type().isPrimitive()) {
      nested(element);
    }
    return element;
  }

  /** Of columns that our source would carry as text. */
  private static SchemaBuilder nested(Schema from) {
    throw new DataException(
        "%s has a nested value, which only column.exclude.list can leave out."
            .formatted(from.name() == null ? from.type() : from.name()));
  }

  String name() {
    return from.name();
  }

  /**
   * The column's value in our form.
   *
   * @throws DataException when it cannot be told; the message names the column, not the value
   */
  @Nullable Object read(Struct row) {
    var value = row.getWithoutDefault(from.name());
    if (LEFT_OUT.equals(value)) {
      throw new DataException(
          "The event leaves out column %s, which is large and did not change: ALTER TABLE … REPLICA IDENTITY FULL."
              .formatted(from.name()));
    }
    return ours(from.schema(), value);
  }

  private @Nullable Object ours(Schema theirs, @Nullable Object value) {
    if (value instanceof List<?> elements) {
      var values = new ArrayList<@Nullable Object>();
      elements.forEach(element -> values.add(ours(theirs.valueSchema(), element)));
      return values;
    }
    return ZONED.equals(theirs.name()) && value != null ? time((String) value) : value;
  }

  private Date time(String text) {
    try {
      return Date.from(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new DataException(
          "Column %s holds a time that is none, such as infinity: correct the row, or leave the column out with column.exclude.list."
              .formatted(from.name()));
    }
  }
}
