package io.syncline.connect.jdbc.source.record;

import io.syncline.connect.jdbc.dialect.Dialect;
import io.syncline.connect.jdbc.schema.Meaning;
import io.syncline.connect.jdbc.source.config.RecordConfig;
import io.syncline.connect.jdbc.source.config.TemporalPrecision;
import io.syncline.connect.jdbc.source.record.ColumnMapping.ValueReader;
import io.syncline.connect.jdbc.table.ColumnType;
import io.syncline.connect.jdbc.table.ColumnType.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.jspecify.annotations.Nullable;

/** Choice of field type and reader for dates and times. */
final class TemporalMappings {
  private static final int MILLISECOND_DIGITS = 3;
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final int NANOS_PER_MICRO = 1_000;
  private static final Duration DAY = Duration.ofDays(1);

  private final Dialect dialect;
  private final ZoneId zone;
  private final TemporalPrecision precision;

  /**
   * @param zone of timestamps without zone, where they become points in time
   */
  TemporalMappings(Dialect dialect, ZoneId zone, TemporalPrecision precision) {
    this.dialect = dialect;
    this.zone = zone;
    this.precision = precision;
  }

  /** Way of a value that is not null. */
  private interface Conversion<T> {
    Object apply(T value);
  }

  /** Access to a value as java.time. */
  private interface Access<T> {
    @Nullable T read(ResultSet row, int index) throws SQLException;
  }

  /** Whether digits of the column are lost. */
  boolean cuts(ColumnType type) {
    return precision == TemporalPrecision.MILLIS
        && type.kind() != Kind.DATE
        && type.scale() > MILLISECOND_DIGITS;
  }

  private boolean isFine(ColumnType type) {
    return precision == TemporalPrecision.MICROS
        && (type.scale() > MILLISECOND_DIGITS
            || (type.kind() == Kind.TIME && dialect.timesAreDurations()));
  }

  SchemaBuilder schema(ColumnType type) {
    return switch (type.kind()) {
      case DATE -> org.apache.kafka.connect.data.Date.builder();
      case TIME -> isFine(type) ? Meaning.MICRO_TIME.schema(Schema.Type.INT64) : Time.builder();
      case LOCAL_TIMESTAMP ->
          isFine(type) ? Meaning.MICRO_TIMESTAMP.schema(Schema.Type.INT64) : Timestamp.builder();
      default ->
          isFine(type) ? Meaning.ZONED_TIMESTAMP.schema(Schema.Type.STRING) : Timestamp.builder();
    };
  }

  ValueReader reader(ColumnType type) {
    return switch (type.kind()) {
      case DATE -> reader(this::date, TemporalMappings::days);
      case TIME ->
          reader(
              dialect::readTime, isFine(type) ? TemporalMappings::micros : TemporalMappings::clock);
      case LOCAL_TIMESTAMP ->
          reader(this::local, isFine(type) ? TemporalMappings::wall : value -> point(value, zone));
      default ->
          reader(
              dialect::readUtc,
              isFine(type) ? TemporalMappings::iso : value -> point(value, ZoneOffset.UTC));
    };
  }

  /** Databases have an infinity, and years that no count can reach. */
  private <T> ValueReader reader(Access<T> access, Conversion<T> conversion) {
    return (row, index) -> {
      try {
        var value = access.read(row, index);
        if (value != null) {
          return conversion.apply(value);
        }
      } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
        throw new UnfitValueException("it is infinity, or as far away");
      }
      if (dialect.hidesValue(row, index)) {
        throw new UnfitValueException("it is a zero date");
      }
      return null;
    };
  }

  private @Nullable LocalDate date(ResultSet row, int index) throws SQLException {
    return row.getObject(index, LocalDate.class);
  }

  private @Nullable LocalDateTime local(ResultSet row, int index) throws SQLException {
    return row.getObject(index, LocalDateTime.class);
  }

  private static Date days(LocalDate value) {
    return new Date(TimeUnit.DAYS.toMillis(Math.toIntExact(value.toEpochDay())));
  }

  /** Midnight at a day's end is a time of day, too. */
  private static Date clock(Duration value) {
    if (value.isNegative() || value.compareTo(DAY) > 0) {
      throw new UnfitValueException(
          "it is no time of day; " + RecordConfig.TEMPORAL_PRECISION + "=micros carries it");
    }
    return new Date(value.toMillis());
  }

  private static Date point(LocalDateTime value, ZoneId zone) {
    return Date.from(value.atZone(zone).toInstant());
  }

  private static Long micros(Duration value) {
    return micros(value.getSeconds(), value.getNano());
  }

  private static Long wall(LocalDateTime value) {
    return micros(value.toEpochSecond(ZoneOffset.UTC), value.getNano());
  }

  private static Long micros(long seconds, int nanos) {
    return Math.addExact(Math.multiplyExact(seconds, MICROS_PER_SECOND), nanos / NANOS_PER_MICRO);
  }

  private static String iso(LocalDateTime value) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(value.atOffset(ZoneOffset.UTC));
  }
}
