package io.syncline.connect.jdbc.dialect;

import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Text of an array as a literal has it, every element in quotes. */
final class PostgresArrayText {
  private PostgresArrayText() {}

  static String of(List<@Nullable Object> elements) {
    return elements.stream()
        .map(PostgresArrayText::element)
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String element(@Nullable Object value) {
    return value == null
        ? "NULL"
        : '"' + text(value).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String text(Object value) {
    if (value instanceof byte[] bytes) {
      return "\\x" + HexFormat.of().formatHex(bytes);
    }
    return value instanceof TemporalAccessor time && time.isSupported(ChronoField.YEAR)
        ? inItsEra(time)
        : value.toString();
  }

  /** Years before 1 and after 9999 have a sign in Java. */
  private static String inItsEra(TemporalAccessor time) {
    var text = time.toString();
    var year = "%04d".formatted(time.get(ChronoField.YEAR_OF_ERA));
    return year
        + text.substring(text.indexOf('-', 1))
        + (time.get(ChronoField.YEAR) < 1 ? " BC" : "");
  }
}
