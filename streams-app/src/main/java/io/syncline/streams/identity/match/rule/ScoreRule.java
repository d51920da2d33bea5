package io.syncline.streams.identity.match.rule;

import io.syncline.streams.identity.match.Evidence;
import io.syncline.streams.identity.match.Evidence.Verdict;
import io.syncline.streams.identity.match.Features;
import io.syncline.streams.identity.match.MatchKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rule whose criteria weigh for and against.
 *
 * @param match sum of weights from which two records are the same
 * @param review sum from which a person is asked; not above `match`
 */
public record ScoreRule(
    Blocks blocks, List<WeightedCriterion> criteria, double match, double review)
    implements MatchRule {

  public ScoreRule {
    criteria = List.copyOf(criteria);
  }

  @Override
  public String name() {
    return blocks.rule();
  }

  @Override
  public int limit() {
    return blocks.limit();
  }

  @Override
  public List<MatchKey> keys(Features features) {
    return blocks.keys(features);
  }

  @Override
  public boolean needsComparison() {
    return true;
  }

  @Override
  public Set<String> values() {
    return criteria.stream()
        .flatMap(each -> each.criterion().values().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** As strong as the sum is beside the highest there can be. */
  @Override
  public Optional<Evidence> compare(Features a, Features b) {
    var sum = criteria.stream().mapToDouble(each -> each.weight(a, b)).sum();
    if (sum < review) {
      return Optional.empty();
    }
    var verdict = sum >= match ? Verdict.MATCH : Verdict.REVIEW;
    return Optional.of(new Evidence(name(), verdict, Math.max(0, sum / highest())));
  }

  /** The highest sum that there can be; 0 when no weight is positive. */
  public double highest() {
    return criteria.stream()
        .mapToDouble(each -> Math.max(each.agree(), each.disagree()))
        .filter(weight -> weight > 0)
        .sum();
  }
}
