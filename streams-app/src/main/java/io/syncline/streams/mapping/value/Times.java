package io.syncline.streams.mapping.value;

import io.syncline.streams.yaml.Nearest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times written in one of the patterns that `|` separates; strict, so that 31 February is
 * refused, and half past two in a night that has none.
 */
public final class Times {

  /** Afternoon, so that a pattern that loses half of the day does not read it back. */
  private static final ZonedDateTime SAMPLE =
      ZonedDateTime.of(2021, 11, 23, 22, 0, 0, 0, ZoneOffset.UTC);

  private final Locale language;

  /** As many as the mapping file has patterns. */
  private final Map<String, List<DateTimeFormatter>> formatters = new ConcurrentHashMap<>();

  /**
   * @param language of the names of months and days
   */
  public Times(Locale language) {
    this.language = language;
  }

  /** The day, in ISO 8601; null where there is no text. */
  public @Nullable String date(@Nullable String text, String pattern) {
    var cleaned = Texts.clean(text);
    return cleaned == null ? null : day(cleaned, pattern).toString();
  }

  /**
   * The instant, in ISO 8601 and UTC; a day alone is its midnight. Null where there is no text.
   *
   * @param zone where the time was written, unless it says its offset itself
   */
  public @Nullable String datetime(@Nullable String text, String pattern, ZoneId zone) {
    var cleaned = Texts.clean(text);
    return cleaned == null ? null : instant(cleaned, pattern, zone).toString();
  }

  /** Refuses what is no pattern, or does not give a date. */
  public void checkPattern(String pattern) {
    if (!alternatives(pattern).allMatch(this::givesADate)) {
      throw new FunctionException(
          "'%s' is no pattern of dates: use the letters of java.time, such as 'dd.MM.yyyy HH:mm'"
              .formatted(pattern));
    }
  }

  private boolean givesADate(String pattern) {
    try {
      var formatter = formatter(pattern);
      var read = LocalDate.parse(formatter.format(SAMPLE), formatter);
      return read.equals(SAMPLE.toLocalDate());
    } catch (IllegalArgumentException | DateTimeException e) {
      return false;
    }
  }

  /** The zone with this name, or of this offset; refuses what is none. */
  public static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new FunctionException(
          "'%s' is no time zone: use an offset such as '+01:00', or a name%s"
              .formatted(name, nearestZone(name)));
    }
  }

  /** Without the list of all 600 of them. */
  private static String nearestZone(String name) {
    var suggestion = Nearest.suggestion(name, ZoneId.getAvailableZoneIds());
    return suggestion.startsWith(": did") ? suggestion : " such as 'Europe/Berlin'";
  }

  /**
   * The instant at which clocks showed a time, the first where they showed it twice; a time that
   * they left out is refused, never moved.
   */
  static Instant at(LocalDateTime time, ZoneId zone) {
    if (zone.getRules().getValidOffsets(time).isEmpty()) {
      throw new FunctionException(
          "is a time that the clocks of %s leave out when they are put forward: correct it in the source, or name the zone in which it was written"
              .formatted(zone));
    }
    return time.atZone(zone).toInstant();
  }

  private LocalDate day(String text, String pattern) {
    return LocalDate.from(read(text, pattern));
  }

  private Instant instant(String text, String pattern, ZoneId otherwise) {
    var read = read(text, pattern);
    var day = LocalDate.from(read);
    var time = read.query(TemporalQueries.localTime());
    var written = read.query(TemporalQueries.offset());
    // Where both are there, the offset is the more exact.
    var zone = written == null ? read.query(TemporalQueries.zone()) : written;
    var there = zone == null ? otherwise : zone;
    return time == null ? day.atStartOfDay(there).toInstant() : at(day.atTime(time), there);
  }

  private TemporalAccessor read(String text, String pattern) {
    for (var formatter : formatters(pattern)) {
      try {
        var read = formatter.parse(text);
        LocalDate.from(read);
        return read;
      } catch (DateTimeException e) {
        // The next alternative may fit.
      }
    }
    throw new FunctionException("is no date or time of the pattern '%s'".formatted(pattern));
  }

  private List<DateTimeFormatter> formatters(String pattern) {
    return formatters.computeIfAbsent(
        pattern, text -> alternatives(text).map(this::formatter).toList());
  }

  private static Stream<String> alternatives(String pattern) {
    return Stream.of(pattern.split("\\|", -1));
  }

  private DateTimeFormatter formatter(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        // So that people can write yyyy, which means the year of an era.
        .parseDefaulting(ChronoField.ERA, 1)
        .toFormatter(language)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
