package io.syncline.connect.jdbc.source.record;

import io.syncline.connect.jdbc.dialect.Dialect;
import io.syncline.connect.jdbc.source.config.RecordConfig;
import io.syncline.connect.jdbc.source.record.ColumnMapping.ValueReader;
import io.syncline.connect.jdbc.table.Column;
import io.syncline.connect.jdbc.table.ColumnType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.jspecify.annotations.Nullable;

/** Choice of field type and reader for every column type. */
final class ColumnMappings {
  /** What Confluent's Avro converter writes as the decimal's precision. */
  private static final String PRECISION = "connect.decimal.precision";

  private static final int WIDEST_PRECISION = 64;

  private final Dialect dialect;
  private final ZoneId zone;
  private final RecordConfig config;

  /**
   * @param zone of timestamps without zone
   */
  ColumnMappings(Dialect dialect, ZoneId zone, RecordConfig config) {
    this.dialect = dialect;
    this.zone = zone;
    this.config = config;
  }

  ColumnMapping mapping(Column column) {
    var type = config.numericMapping().apply(column.type(), config.scale());
    var schema = schema(type);
    if (column.nullable()) {
      schema.optional();
    }
    return new ColumnMapping(column, schema.build(), reader(type));
  }

  private static SchemaBuilder schema(ColumnType type) {
    return switch (type.kind()) {
      case BOOLEAN -> SchemaBuilder.bool();
      case INT16 -> SchemaBuilder.int16();
      case INT32 -> SchemaBuilder.int32();
      case INT64 -> SchemaBuilder.int64();
      case DECIMAL -> decimal(type);
      case FLOAT32 -> SchemaBuilder.float32();
      case FLOAT64 -> SchemaBuilder.float64();
      case TEXT, UUID, JSON -> SchemaBuilder.string();
      case BYTES -> SchemaBuilder.bytes();
      case DATE -> Date.builder();
      case TIME -> Time.builder();
      case LOCAL_TIMESTAMP, INSTANT -> Timestamp.builder();
    };
  }

  private static SchemaBuilder decimal(ColumnType type) {
    var precision = type.precision() == 0 ? WIDEST_PRECISION : type.precision();
    return Decimal.builder(type.scale()).parameter(PRECISION, Integer.toString(precision));
  }

  private ValueReader reader(ColumnType type) {
    return switch (type.kind()) {
      case BOOLEAN -> orNull(ResultSet::getBoolean);
      case INT16 -> orNull(ResultSet::getShort);
      case INT32 -> orNull(ResultSet::getInt);
      case INT64 -> orNull(ResultSet::getLong);
      case DECIMAL -> (row, index) -> scaled(row.getBigDecimal(index), type.scale());
      case FLOAT32 -> orNull(ResultSet::getFloat);
      case FLOAT64 -> orNull(ResultSet::getDouble);
      case TEXT, UUID, JSON -> ResultSet::getString;
      case BYTES -> ResultSet::getBytes;
      case DATE -> (row, index) -> date(row.getObject(index, LocalDate.class));
      case TIME -> (row, index) -> time(dialect.readTime(row, index));
      case LOCAL_TIMESTAMP -> (row, index) -> local(row.getObject(index, LocalDateTime.class));
      case INSTANT -> (row, index) -> timestamp(dialect.readUtc(row, index), ZoneOffset.UTC);
    };
  }

  /** Primitive getters return 0 for NULL. */
  private static ValueReader orNull(ValueReader reader) {
    return (row, index) -> {
      var value = reader.read(row, index);
      return row.wasNull() ? null : value;
    };
  }

  /** Refuses to round: fails when there are more digits than the schema has. */
  private static @Nullable BigDecimal scaled(@Nullable BigDecimal value, int scale) {
    return value == null ? null : value.setScale(scale, RoundingMode.UNNECESSARY);
  }

  private static java.util.@Nullable Date date(@Nullable LocalDate value) {
    return value == null
        ? null
        : new java.util.Date(TimeUnit.DAYS.toMillis(Math.toIntExact(value.toEpochDay())));
  }

  private static java.util.@Nullable Date time(@Nullable LocalTime value) {
    return value == null
        ? null
        : new java.util.Date(TimeUnit.NANOSECONDS.toMillis(value.toNanoOfDay()));
  }

  private java.util.@Nullable Date local(@Nullable LocalDateTime value) {
    return timestamp(value, zone);
  }

  private static java.util.@Nullable Date timestamp(@Nullable LocalDateTime value, ZoneId zone) {
    return value == null ? null : java.util.Date.from(instant(value, zone));
  }

  private static Instant instant(LocalDateTime value, ZoneId zone) {
    return value.atZone(zone).toInstant();
  }
}
