package io.syncline.connect.jdbc.schema;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;

/**
 * Value of a field that means a date or a time, whatever it is counted in.
 *
 * @param value a count since 1970 or midnight, Connect's {@link Date}, or ISO 8601 text
 */
public record TemporalValue(Meaning meaning, Object value) {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  public LocalDate date() {
    return value instanceof Number days
        ? LocalDate.ofEpochDay(days.longValue())
        : LocalDate.ofInstant(((Date) value).toInstant(), ZoneOffset.UTC);
  }

  /** Time since midnight; it may be negative or more than a day. */
  public Duration time() {
    if (value instanceof Number count) {
      return Duration.ofSeconds(seconds(count), nanos(count));
    }
    return Duration.ofMillis(((Date) value).getTime());
  }

  /**
   * @param zone in which a point in time is to be shown
   */
  public LocalDateTime local(ZoneId zone) {
    return value instanceof Number count ? wall(count) : LocalDateTime.ofInstant(point(), zone);
  }

  /**
   * @param zone of a value that has none
   */
  public Instant instant(ZoneId zone) {
    return value instanceof Number count ? wall(count).atZone(zone).toInstant() : point();
  }

  /** What a column of whole numbers holds: the value's own count, or milliseconds. */
  public long count(ZoneId zone) {
    return value instanceof Number count ? count.longValue() : instant(zone).toEpochMilli();
  }

  private Instant point() {
    return value instanceof Date date
        ? date.toInstant()
        : OffsetDateTime.parse((String) value).toInstant();
  }

  private LocalDateTime wall(Number count) {
    return LocalDateTime.ofEpochSecond(seconds(count), nanos(count), ZoneOffset.UTC);
  }

  private long seconds(Number count) {
    return Math.floorDiv(count.longValue(), unitsPerSecond());
  }

  private int nanos(Number count) {
    var units = Math.floorMod(count.longValue(), unitsPerSecond());
    return (int) (units * (NANOS_PER_SECOND / unitsPerSecond()));
  }

  private long unitsPerSecond() {
    return (long) Math.pow(10, meaning.digits());
  }

  /** ISO 8601: a point in time in UTC, all else as it is. */
  public String text() {
    return switch (meaning.kind()) {
      case DATE -> date().toString();
      case TIME -> ClockText.of(time());
      case LOCAL_TIMESTAMP -> local(ZoneOffset.UTC).toString();
      default -> point().toString();
    };
  }
}
