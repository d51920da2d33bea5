package io.syncline.streams.mapping.preview;

import io.syncline.streams.mapping.expression.ColumnType;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** What a column holds: the types that mappings tell apart, as the connector brings them. */
public enum SampleColumn {
  TEXT,
  INTEGER,
  DECIMAL,
  FLOATING,
  BOOLEAN,
  LOCAL_TIMESTAMP,
  INSTANT,
  DATE,
  BYTES;

  /** As PostgreSQL and MariaDB call what JDBC reports as a bit. */
  private static final Set<String> TRUTHS = Set.of("bool", "boolean", "tinyint");

  private static final int DIGITS = 200;

  static SampleColumn of(ResultSetMetaData described, int place) throws SQLException {
    var type = described.getColumnTypeName(place).toLowerCase(Locale.ROOT);
    return switch (described.getColumnType(place)) {
      case Types.BOOLEAN -> BOOLEAN;
      case Types.BIT ->
          TRUTHS.contains(type) || described.getPrecision(place) == 1 ? BOOLEAN : BYTES;
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> INTEGER;
      case Types.NUMERIC, Types.DECIMAL -> DECIMAL;
      case Types.REAL, Types.FLOAT, Types.DOUBLE -> FLOATING;
      case Types.DATE -> DATE;
      case Types.TIMESTAMP -> type.equals("timestamptz") ? INSTANT : LOCAL_TIMESTAMP;
      case Types.TIMESTAMP_WITH_TIMEZONE -> INSTANT;
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
      default -> TEXT;
    };
  }

  /** What mappings call it. */
  public ColumnType type() {
    return ColumnType.of(schema(List.of())).orElseThrow();
  }

  /** A value of the current row; empty when it is null. */
  Optional<Object> read(ResultSet read, int place, ZoneId zone) throws SQLException {
    Object value =
        switch (this) {
          case TEXT -> read.getString(place);
          case INTEGER -> read.getBigDecimal(place);
          case DECIMAL, FLOATING -> read.getString(place);
          case BOOLEAN -> read.getBoolean(place);
          case DATE -> read.getObject(place, LocalDate.class);
          case LOCAL_TIMESTAMP -> read.getObject(place, LocalDateTime.class);
          case INSTANT -> read.getObject(place, OffsetDateTime.class);
          case BYTES -> read.getBytes(place);
        };
    return read.wasNull() || value == null ? Optional.empty() : Optional.of(plain(value, zone));
  }

  private Object plain(Object value, ZoneId zone) {
    if (value instanceof LocalDateTime local) {
      return local.atZone(zone).toInstant();
    }
    if (value instanceof OffsetDateTime offset) {
      return offset.toInstant();
    }
    if (value instanceof BigDecimal number) {
      return number.longValue();
    }
    return switch (this) {
      case DECIMAL -> isNumber(value.toString()) ? new BigDecimal(value.toString()) : value;
      // From its text: the shortest that reads back as the same number of single precision.
      case FLOATING -> Double.valueOf(value.toString());
      default -> value;
    };
  }

  /** PostgreSQL's numbers can be none. */
  private static boolean isNumber(String text) {
    return !text.equals("NaN") && !text.endsWith("Infinity");
  }

  /**
   * The Avro schema of such a column.
   *
   * @param values its values, of which the scale is taken where the database has none
   */
  Schema schema(List<Object> values) {
    return switch (this) {
      case TEXT -> Schema.create(Schema.Type.STRING);
      case INTEGER -> Schema.create(Schema.Type.LONG);
      case DECIMAL -> decimal(values);
      case FLOATING -> Schema.create(Schema.Type.DOUBLE);
      case BOOLEAN -> Schema.create(Schema.Type.BOOLEAN);
      case DATE -> LogicalTypes.date().addToSchema(Schema.create(Schema.Type.INT));
      case LOCAL_TIMESTAMP, INSTANT ->
          LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG));
      case BYTES -> Schema.create(Schema.Type.BYTES);
    };
  }

  private static Schema decimal(List<Object> values) {
    var scale =
        values.stream()
            .filter(BigDecimal.class::isInstance)
            .mapToInt(value -> ((BigDecimal) value).scale())
            .max()
            .orElse(0);
    return LogicalTypes.decimal(DIGITS, Math.max(0, scale))
        .addToSchema(Schema.create(Schema.Type.BYTES));
  }

  /** A value as Avro's generic records hold it. */
  Object avro(Object value, Schema schema) {
    if (value instanceof Instant instant) {
      return instant.toEpochMilli();
    }
    if (value instanceof LocalDate date) {
      return (int) date.toEpochDay();
    }
    if (value instanceof byte[] bytes) {
      return ByteBuffer.wrap(bytes);
    }
    if (value instanceof BigDecimal number) {
      var scale = ((LogicalTypes.Decimal) schema.getLogicalType()).getScale();
      return ByteBuffer.wrap(number.setScale(scale).unscaledValue().toByteArray());
    }
    return value;
  }
}
