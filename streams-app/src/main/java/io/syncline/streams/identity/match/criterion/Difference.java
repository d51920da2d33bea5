package io.syncline.streams.identity.match.criterion;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Agrees when two numbers or dates are no further apart; knows nothing of what is neither.
 *
 * @param distance empty when one of them cannot be read
 */
record Difference(BiFunction<String, String, Optional<Double>> distance, double max)
    implements Comparison {

  /** Apart by so much, at most. */
  static Difference number(double max) {
    return new Difference(
        (a, b) -> numberOf(a).flatMap(x -> numberOf(b).map(y -> x.subtract(y).abs().doubleValue())),
        max);
  }

  /** Apart by so many hundredths of the larger one, at most. */
  static Difference percent(double max) {
    return new Difference(
        (a, b) -> numberOf(a).flatMap(x -> numberOf(b).map(y -> percentOf(x, y))), max);
  }

  /** Apart by so many days, at most. */
  static Difference days(double max) {
    return new Difference(
        (a, b) ->
            dateOf(a)
                .flatMap(x -> dateOf(b).map(y -> (double) Math.abs(ChronoUnit.DAYS.between(x, y)))),
        max);
  }

  @Override
  public Outcome compare(String a, String b) {
    return distance
        .apply(a, b)
        .map(apart -> apart <= max ? Outcome.AGREE : Outcome.DISAGREE)
        .orElse(Outcome.UNKNOWN);
  }

  @Override
  public double similarity(String a, String b) {
    return distance.apply(a, b).map(apart -> apart == 0 ? 1 : max / (max + apart)).orElse(0.0);
  }

  private static double percentOf(BigDecimal a, BigDecimal b) {
    var larger = a.abs().max(b.abs()).doubleValue();
    return larger == 0 ? 0 : 100 * a.subtract(b).abs().doubleValue() / larger;
  }

  private static Optional<BigDecimal> numberOf(String text) {
    try {
      return Optional.of(new BigDecimal(text.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> dateOf(String text) {
    try {
      var format =
          text.contains("-") ? DateTimeFormatter.ISO_LOCAL_DATE : DateTimeFormatter.BASIC_ISO_DATE;
      return Optional.of(LocalDate.parse(text.strip(), format));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
