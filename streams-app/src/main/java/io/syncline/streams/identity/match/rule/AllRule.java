package io.syncline.streams.identity.match.rule;

import io.syncline.streams.identity.match.Evidence;
import io.syncline.streams.identity.match.Evidence.Verdict;
import io.syncline.streams.identity.match.Features;
import io.syncline.streams.identity.match.MatchKey;
import io.syncline.streams.identity.match.criterion.Criterion;
import io.syncline.streams.identity.match.criterion.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rule whose criteria must all agree.
 *
 * @param verdict what follows when they do
 * @param needsComparison false when its criteria are its block, and make a match
 */
public record AllRule(
    Blocks blocks, List<Criterion> criteria, Verdict verdict, boolean needsComparison)
    implements MatchRule {

  public AllRule {
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
  public Set<String> values() {
    return criteria.stream()
        .flatMap(criterion -> criterion.values().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** As strong as its weakest criterion. */
  @Override
  public Optional<Evidence> compare(Features a, Features b) {
    if (criteria.stream().anyMatch(each -> each.compare(a, b) != Outcome.AGREE)) {
      return Optional.empty();
    }
    var score = criteria.stream().mapToDouble(each -> each.similarity(a, b)).min().orElse(0);
    return Optional.of(new Evidence(name(), verdict, score));
  }
}
