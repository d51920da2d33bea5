package io.syncline.streams.identity.match.rule;

import io.syncline.schemas.Entity;
import io.syncline.streams.identity.match.Features;
import io.syncline.streams.identity.match.MatchKey;
import io.syncline.streams.identity.match.criterion.Criterion;
import io.syncline.streams.identity.match.criterion.Outcome;
import io.syncline.streams.identity.match.value.ComparisonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All that is said of one entity.
 *
 * @param rules in the order of the file
 * @param vetoes criteria that records which are the same cannot disagree in
 * @param maxCluster more records than this are never one
 */
public record MatchPlan(
    Entity entity,
    List<ComparisonValue> values,
    List<MatchRule> rules,
    List<Criterion> vetoes,
    int maxCluster) {

  public MatchPlan {
    values = List.copyOf(values);
    rules = List.copyOf(rules);
    vetoes = List.copyOf(vetoes);
  }

  /** The comparison values of a record of this entity. */
  public Features features(Object fields) {
    var found = new HashMap<String, String>();
    values.forEach(
        value -> value.of(fields, found).ifPresent(text -> found.put(value.name(), text)));
    found.put(Features.ENTITY, entity.word());
    return new Features(found);
  }

  public List<MatchKey> keys(Features features) {
    return rules.stream().flatMap(rule -> rule.keys(features).stream()).toList();
  }

  /** Fields and attributes that its values are made of. */
  public Set<String> fields() {
    return values.stream()
        .flatMap(value -> value.fields().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  public boolean vetoed(Features a, Features b) {
    return vetoes.stream().anyMatch(veto -> veto.compare(a, b) == Outcome.DISAGREE);
  }

  /** Names of the values in which they disagree, and must not. */
  public List<String> disagreements(Features a, Features b) {
    return vetoes.stream()
        .filter(veto -> veto.compare(a, b) == Outcome.DISAGREE)
        .flatMap(veto -> veto.values().stream().sorted())
        .distinct()
        .toList();
  }
}
