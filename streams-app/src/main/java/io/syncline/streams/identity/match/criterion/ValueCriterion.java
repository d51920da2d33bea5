package io.syncline.streams.identity.match.criterion;

import io.syncline.streams.identity.match.Features;
import java.util.Optional;
import java.util.Set;

/**
 * Compares a value of one record with a value of the other, both ways round.
 *
 * @param value name of a comparison value
 * @param with name of the other record's; the same, unless values may have been swapped
 * @param missing what it finds when no two values can be compared
 */
public record ValueCriterion(String value, String with, Comparison comparison, Outcome missing)
    implements Criterion {

  @Override
  public Outcome compare(Features a, Features b) {
    var there = oneWay(a, b);
    if (value.equals(with) || there == Outcome.DISAGREE) {
      return there == Outcome.UNKNOWN ? missing : there;
    }
    var back = oneWay(b, a);
    var both = back == Outcome.UNKNOWN ? there : back;
    return both == Outcome.UNKNOWN ? missing : both;
  }

  @Override
  public double similarity(Features a, Features b) {
    var there = similarityOneWay(a, b);
    return value.equals(with) ? there.orElse(0.0) : lower(there, similarityOneWay(b, a));
  }

  @Override
  public Set<String> values() {
    return value.equals(with) ? Set.of(value) : Set.of(value, with);
  }

  @Override
  public Optional<String> equalValue() {
    return comparison == Comparison.EXACT && value.equals(with) && missing == Outcome.UNKNOWN
        ? Optional.of(value)
        : Optional.empty();
  }

  private static double lower(Optional<Double> there, Optional<Double> back) {
    return Math.min(there.or(() -> back).orElse(0.0), back.or(() -> there).orElse(0.0));
  }

  private Outcome oneWay(Features a, Features b) {
    var mine = a.values().get(value);
    var theirs = b.values().get(with);
    if (mine == null || theirs == null) {
      return Outcome.UNKNOWN;
    }
    return comparison.compare(mine, theirs);
  }

  private Optional<Double> similarityOneWay(Features a, Features b) {
    return a.value(value)
        .flatMap(mine -> b.value(with).map(theirs -> comparison.similarity(mine, theirs)));
  }
}
