package io.syncline.streams.mapping.suggest.value;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** A way in which a text says a day or a moment. */
public enum TimePattern {
  ISO_DAY("\\d{4}-[01]\\d-[0-3]\\d", ""),
  ISO_TIME("\\d{4}-[01]\\d-[0-3]\\d[T ][0-2]\\d:[0-5]\\d:[0-5]\\d(\\.\\d+)?Z?", ""),
  POINTS("[0-3]\\d\\.[01]\\d\\.\\d{4}", "dd.MM.yyyy"),
  SLASHES_YEAR_FIRST("\\d{4}/[01]\\d/[0-3]\\d", "yyyy/MM/dd"),
  /** Only where a day is beyond 12 can it be told from that of the United States. */
  SLASHES_MONTH_FIRST("[01]\\d/(1[3-9]|[23]\\d)/\\d{4}", "MM/dd/yyyy"),
  SLASHES("[0-3]\\d/[01]\\d/\\d{4}", "dd/MM/yyyy");

  private final Pattern regex;
  private final String pattern;

  TimePattern(String regex, String pattern) {
    this.regex = Pattern.compile(regex);
    this.pattern = pattern;
  }

  /** The way in which a text says it; empty when it says none. */
  public static Optional<TimePattern> of(String text) {
    return Arrays.stream(values())
        .filter(way -> way.regex.matcher(text.strip()).matches())
        .findFirst();
  }

  /** The pattern for the function date(); empty where it needs none. */
  public String pattern() {
    return pattern;
  }
}
