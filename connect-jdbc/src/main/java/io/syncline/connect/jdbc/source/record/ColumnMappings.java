package io.syncline.connect.jdbc.source.record;

import io.syncline.connect.jdbc.dialect.Dialect;
import io.syncline.connect.jdbc.schema.Meaning;
import io.syncline.connect.jdbc.source.config.ArrayMapping;
import io.syncline.connect.jdbc.source.config.RecordConfig;
import io.syncline.connect.jdbc.source.record.ColumnMapping.ValueReader;
import io.syncline.connect.jdbc.table.Column;
import io.syncline.connect.jdbc.table.ColumnType;
import io.syncline.connect.jdbc.table.ColumnType.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.time.ZoneId;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.jspecify.annotations.Nullable;

/** Choice of field type and reader for every column type. */
final class ColumnMappings {
  /** What Confluent's Avro converter writes as the decimal's precision. */
  private static final String PRECISION = "connect.decimal.precision";

  private static final int WIDEST_PRECISION = 64;

  private final RecordConfig config;
  private final TemporalMappings temporals;

  /**
   * @param zone of timestamps without zone
   */
  ColumnMappings(Dialect dialect, ZoneId zone, RecordConfig config) {
    this.config = config;
    this.temporals = new TemporalMappings(dialect, zone, config.temporalPrecision());
  }

  /**
   * @param optional whether the field may be null, for the value's sake or the readers'
   */
  ColumnMapping mapping(Column column, boolean optional) {
    var type = carried(column.type());
    var schema = schema(type);
    if (optional) {
      schema.optional();
    }
    return new ColumnMapping(column, schema.build(), reader(type), cuts(type));
  }

  private ColumnType carried(ColumnType type) {
    if (type.element().isEmpty()) {
      return config.numericMapping().apply(type, config.scale());
    }
    return config.arrayMapping() == ArrayMapping.ARRAY
        ? ColumnType.arrayOf(carried(type.element().get()))
        : ColumnType.of(Kind.TEXT);
  }

  private boolean cuts(ColumnType type) {
    var single = type.element().orElse(type);
    return single.isTemporal() && temporals.cuts(single);
  }

  private SchemaBuilder schema(ColumnType type) {
    return switch (type.kind()) {
      case BOOLEAN -> SchemaBuilder.bool();
      case INT16 -> SchemaBuilder.int16();
      case INT32 -> SchemaBuilder.int32();
      case INT64 -> SchemaBuilder.int64();
      case DECIMAL -> decimal(type);
      case FLOAT32 -> SchemaBuilder.float32();
      case FLOAT64 -> SchemaBuilder.float64();
      case TEXT -> SchemaBuilder.string();
      case UUID -> Meaning.UUID.schema(Schema.Type.STRING);
      case JSON -> Meaning.JSON.schema(Schema.Type.STRING);
      case BYTES -> SchemaBuilder.bytes();
      case DATE, TIME, LOCAL_TIMESTAMP, INSTANT -> temporals.schema(type);
      case ARRAY -> SchemaBuilder.array(schema(type.element().orElseThrow()).optional().build());
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
      case DATE, TIME, LOCAL_TIMESTAMP, INSTANT -> temporals.reader(type);
      case ARRAY -> new ArrayReader(reader(type.element().orElseThrow()));
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
}
