package io.syncline.streams.mapping.rule;

import io.syncline.streams.mapping.expression.ColumnType;
import io.syncline.streams.yaml.YamlText;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * What `min` and `max` of a rule ask for, both inclusive.
 *
 * @param complaint what is wrong with a value outside
 */
record Range(Optional<Comparable<Object>> min, Optional<Comparable<Object>> max, String complaint) {

  static Range of(YamlText field, ColumnType type, Optional<YamlText> min, Optional<YamlText> max) {
    if (type != ColumnType.DECIMAL && type != ColumnType.TIMESTAMP) {
      throw field.error(
          "'%s' is a %s, which has no range: use format, or check"
              .formatted(field.value(), type.word()));
    }
    return new Range(
        min.map(text -> bound(type, text)),
        max.map(text -> bound(type, text)),
        "is %s: correct it in the source".formatted(outside(min, max)));
  }

  boolean holds(Object value) {
    return min.map(bound -> bound.compareTo(value) <= 0).orElse(true)
        && max.map(bound -> bound.compareTo(value) >= 0).orElse(true);
  }

  private static String outside(Optional<YamlText> min, Optional<YamlText> max) {
    if (min.isPresent() && max.isPresent()) {
      return "not between %s and %s".formatted(min.get().value(), max.get().value());
    }
    return min.map(bound -> "less than " + bound.value())
        .orElseGet(() -> "more than " + max.orElseThrow().value());
  }

  @SuppressWarnings("unchecked")
  private static Comparable<Object> bound(ColumnType type, YamlText text) {
    var bound = type == ColumnType.DECIMAL ? number(text) : moment(text);
    return (Comparable<Object>) (Comparable<?>) bound;
  }

  private static Comparable<?> number(YamlText text) {
    try {
      return new BigDecimal(text.value());
    } catch (NumberFormatException e) {
      throw text.error("'%s' is no number".formatted(text.value()));
    }
  }

  private static Comparable<?> moment(YamlText text) {
    try {
      return text.value().length() == 10
          ? LocalDate.parse(text.value()).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(text.value());
    } catch (DateTimeParseException e) {
      throw text.error(
          "'%s' is no time: write 2026-01-31 or 2026-01-31T12:00:00Z".formatted(text.value()));
    }
  }
}
