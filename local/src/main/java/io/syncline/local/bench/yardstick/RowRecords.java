package io.syncline.local.bench.yardstick;

import io.syncline.local.bench.yardstick.OrdersTable.Column;
import java.time.OffsetDateTime;
import java.util.Date;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** Rows as the records that a converter makes of what our source has sent. */
final class RowRecords {

  static final String TOPIC = "rows";

  private static final int SCALE = 4;

  private final Schema schema = schema();

  private static Schema schema() {
    SchemaBuilder builder = SchemaBuilder.struct().name(TOPIC);
    for (Column column : OrdersTable.COLUMNS) {
      builder.field(column.name(), schema(column.type()));
    }
    return builder.build();
  }

  private static Schema schema(String type) {
    return switch (type) {
      case "bigint" -> Schema.INT64_SCHEMA;
      case "boolean" -> Schema.BOOLEAN_SCHEMA;
      case "numeric" -> Decimal.schema(SCALE);
      case "timestamptz" -> Timestamp.SCHEMA;
      default -> Schema.OPTIONAL_STRING_SCHEMA;
    };
  }

  /**
   * @param cells of another row, whose key is replaced
   */
  SinkRecord record(long key, @Nullable Object[] cells) {
    Struct value = new Struct(schema);
    for (int i = 0; i < cells.length; i++) {
      value.put(schema.fields().get(i), i == 0 ? (Object) key : ofConnect(cells[i]));
    }
    return new SinkRecord(
        TOPIC, 0, Schema.INT64_SCHEMA, key, schema, value, key, 0L, TimestampType.CREATE_TIME);
  }

  private static @Nullable Object ofConnect(@Nullable Object cell) {
    return cell instanceof OffsetDateTime time ? Date.from(time.toInstant()) : cell;
  }
}
