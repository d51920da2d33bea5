package io.syncline.streams.identity.match.criterion;

import io.syncline.streams.identity.match.Features;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Agrees when one of several criteria does. */
public record AnyOf(List<Criterion> criteria) implements Criterion {

  public AnyOf {
    criteria = List.copyOf(criteria);
  }

  @Override
  public Outcome compare(Features a, Features b) {
    var outcome = Outcome.UNKNOWN;
    for (var criterion : criteria) {
      var found = criterion.compare(a, b);
      if (found == Outcome.AGREE) {
        return Outcome.AGREE;
      }
      outcome = found == Outcome.DISAGREE ? found : outcome;
    }
    return outcome;
  }

  @Override
  public double similarity(Features a, Features b) {
    return criteria.stream()
        .filter(criterion -> criterion.compare(a, b) == Outcome.AGREE)
        .mapToDouble(criterion -> criterion.similarity(a, b))
        .max()
        .orElse(0);
  }

  @Override
  public Set<String> values() {
    return criteria.stream()
        .flatMap(criterion -> criterion.values().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Optional<String> equalValue() {
    return Optional.empty();
  }
}
