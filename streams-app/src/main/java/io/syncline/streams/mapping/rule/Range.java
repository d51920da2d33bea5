package io.syncline.streams.mapping.rule;

import io.syncline.streams.mapping.expression.ColumnType;
import io.syncline.streams.mapping.value.FunctionException;
import io.syncline.streams.mapping.value.Iso8601;
import io.syncline.streams.yaml.YamlText;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What `min` and `max` of a rule ask for, both inclusive.
 *
 * @param complaint what is wrong with a value outside
 */
record Range(Optional<Comparable<Object>> min, Optional<Comparable<Object>> max, String complaint) {

  /**
   * @param zone where the field's times were written, and those of the range
   */
  static Range of(
      YamlText field,
      ColumnType type,
      Optional<YamlText> min,
      Optional<YamlText> max,
      ZoneId zone) {
    if (type != ColumnType.DECIMAL && type != ColumnType.TIMESTAMP) {
      throw field.error(
          "'%s' is a %s, which has no range: use format, or check"
              .formatted(field.value(), type.word()));
    }
    var range =
        new Range(
            min.map(text -> bound(type, text, zone)),
            max.map(text -> bound(type, text, zone)),
            "is %s: correct it in the source".formatted(outside(min, max)));
    if (range.isEmpty()) {
      throw max.orElseThrow()
          .error(
              "'max' is %s and 'min' is %s, so every record would break the rule: exchange them"
                  .formatted(max.get().value(), min.orElseThrow().value()));
    }
    return range;
  }

  private boolean isEmpty() {
    return max.filter(most -> min.filter(least -> least.compareTo(most) > 0).isPresent())
        .isPresent();
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
  private static Comparable<Object> bound(ColumnType type, YamlText text, ZoneId zone) {
    var bound = type == ColumnType.DECIMAL ? number(text) : moment(text, zone);
    return (Comparable<Object>) (Comparable<?>) bound;
  }

  private static Comparable<?> number(YamlText text) {
    try {
      return new BigDecimal(text.value());
    } catch (NumberFormatException e) {
      throw text.error("'%s' is no number".formatted(text.value()));
    }
  }

  private static Comparable<?> moment(YamlText text, ZoneId zone) {
    try {
      return Iso8601.instant(text.value(), zone);
    } catch (FunctionException e) {
      throw text.error(
          "'%s' is no time: write 2026-01-31 or 2026-01-31T12:00:00Z".formatted(text.value()));
    }
  }
}
