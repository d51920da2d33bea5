package io.syncline.streams.mapping.value;

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
import java.time.temporal.TemporalQuery;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times written in one of the patterns that `|` separates; strict, so that 31 February is
 * refused.
 */
public final class Times {

  /** Afternoon, so that a pattern that loses half of the day does not read it back. */
  private static final ZonedDateTime SAMPLE =
      ZonedDateTime.of(2021, 11, 23, 22, 0, 0, 0, ZoneOffset.UTC);

  /** As many as the mapping file has patterns. */
  private final Map<String, List<DateTimeFormatter>> formatters = new ConcurrentHashMap<>();

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
    if (!alternatives(pattern).allMatch(Times::givesADate)) {
      throw new FunctionException(
          "'%s' is no pattern of dates: use the letters of java.time, such as 'dd.MM.yyyy HH:mm'"
              .formatted(pattern));
    }
  }

  private static boolean givesADate(String pattern) {
    try {
      var formatter = formatter(pattern);
      var read = LocalDate.parse(formatter.format(SAMPLE), formatter);
      return read.equals(SAMPLE.toLocalDate());
    } catch (IllegalArgumentException | DateTimeException e) {
      return false;
    }
  }

  /** Refuses what is no time zone. */
  public static void checkZone(String zone) {
    try {
      ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new FunctionException(
          "'%s' is no time zone: use a name such as 'Europe/Berlin', or an offset such as '+01:00'"
              .formatted(zone));
    }
  }

  private LocalDate day(String text, String pattern) {
    return LocalDate.from(read(text, pattern, LocalDate::from));
  }

  private Instant instant(String text, String pattern, ZoneId zone) {
    var read = read(text, pattern, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
    if (read instanceof ZonedDateTime zoned) {
      return zoned.toInstant();
    }
    return read instanceof LocalDateTime local
        ? local.atZone(zone).toInstant()
        : LocalDate.from(read).atStartOfDay(zone).toInstant();
  }

  private TemporalAccessor read(String text, String pattern, TemporalQuery<?>... kinds) {
    for (var formatter : formatters(pattern)) {
      try {
        return kinds.length == 1
            ? (TemporalAccessor) formatter.parse(text, kinds[0])
            : formatter.parseBest(text, kinds);
      } catch (DateTimeException e) {
        // The next alternative may fit.
      }
    }
    throw new FunctionException("is no date or time of the pattern '%s'".formatted(pattern));
  }

  private List<DateTimeFormatter> formatters(String pattern) {
    return formatters.computeIfAbsent(
        pattern, text -> alternatives(text).map(Times::formatter).toList());
  }

  private static Stream<String> alternatives(String pattern) {
    return Stream.of(pattern.split("\\|", -1));
  }

  private static DateTimeFormatter formatter(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        // So that people can write yyyy, which means the year of an era.
        .parseDefaulting(ChronoField.ERA, 1)
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
