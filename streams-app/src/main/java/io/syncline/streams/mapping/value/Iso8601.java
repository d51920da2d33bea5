package io.syncline.streams.mapping.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.regex.Pattern;

/** Dates and times as ISO 8601 writes them, and databases, with a space in place of the T. */
public final class Iso8601 {

  private static final int DATE_LENGTH = 10;

  private static final Pattern SPACE = Pattern.compile("^([0-9-]+) ");

  /** Offsets of hours alone too, and without a colon: PostgreSQL writes +02. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .optionalStart()
          .appendLiteral(' ')
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHMM", "Z")
          .optionalEnd()
          .optionalStart()
          .parseLenient()
          .appendOffset("+HH:MM:ss", "Z")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private Iso8601() {}

  /**
   * The instant that a text says; a day alone is its first moment.
   *
   * @param zone where it was written, unless it says its offset itself
   * @throws FunctionException when it says none
   */
  public static Instant instant(String text, ZoneId zone) {
    try {
      if (text.length() == DATE_LENGTH) {
        return LocalDate.parse(text).atStartOfDay(zone).toInstant();
      }
      var iso = SPACE.matcher(text).replaceFirst("$1T");
      // It knows leap seconds, and 24:00.
      return iso.endsWith("Z") ? Instant.parse(iso) : time(iso, zone);
    } catch (DateTimeParseException e) {
      throw new FunctionException("is no ISO 8601 date or time");
    } catch (DateTimeException e) {
      throw new FunctionException("is out of the range of dates");
    }
  }

  private static Instant time(String iso, ZoneId zone) {
    var read = TIME.parse(iso);
    var local = LocalDateTime.from(read);
    var offset = read.query(TemporalQueries.offset());
    return offset == null ? Times.at(local, zone) : local.toInstant(offset);
  }
}
