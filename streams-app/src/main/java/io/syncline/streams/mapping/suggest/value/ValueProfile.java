package io.syncline.streams.mapping.suggest.value;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the values of one column look like. It keeps counts and bounds alone: values are personal,
 * and are never shown.
 *
 * @param filled how many were looked at: those that are neither null nor blank
 * @param distinct how many of them are different
 * @param fitting how many are of each kind
 * @param most the greatest of the numbers; empty when there is none
 * @param scale the most decimals that a number has
 * @param time how texts say a time, where all say it in the same way
 */
public record ValueProfile(
    int filled,
    int distinct,
    Map<ValueKind, Integer> fitting,
    Optional<BigDecimal> most,
    int scale,
    Optional<TimePattern> time) {

  private static final int FEW = 12;

  public ValueProfile {
    fitting = Map.copyOf(fitting);
  }

  /** Looks at values as text. */
  public static ValueProfile of(List<String> values) {
    var texts = values.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    var fitting = new EnumMap<ValueKind, Integer>(ValueKind.class);
    for (var kind : ValueKind.values()) {
      fitting.put(kind, (int) texts.stream().filter(kind::fits).count());
    }
    var numbers = texts.stream().flatMap(text -> number(text).stream()).toList();
    return new ValueProfile(
        texts.size(),
        new HashSet<>(texts).size(),
        fitting,
        numbers.stream().max(BigDecimal::compareTo),
        numbers.stream().mapToInt(number -> number.stripTrailingZeros().scale()).max().orElse(0),
        time(texts));
  }

  private static Optional<TimePattern> time(List<String> texts) {
    var ways = texts.stream().map(TimePattern::of).distinct().toList();
    // Months first is known by some values, and read with it, the others are no days.
    var american = Optional.of(TimePattern.SLASHES_MONTH_FIRST);
    if (ways.size() == 2
        && ways.contains(american)
        && ways.contains(Optional.of(TimePattern.SLASHES))) {
      return american;
    }
    return ways.size() == 1 ? ways.get(0) : Optional.empty();
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Which part of the values is of a kind, from 0 to 1; 0 when there is none. */
  public double share(ValueKind kind) {
    if (filled == 0) {
      return 0;
    }
    return switch (kind) {
      case UNIQUE -> (double) distinct / filled;
      case FEW -> distinct <= Math.max(FEW, filled / 10) ? 1 : 0;
      default -> (double) fitting.getOrDefault(kind, 0) / filled;
    };
  }

  /** The same as a phrase: "98 % of 100 values are e-mail addresses". */
  public String tell(ValueKind kind) {
    return filled == 0
        ? "no values to look at"
        : "%d %% of %d values are %s"
            .formatted(Math.round(100 * share(kind)), filled, kind.words());
  }
}
