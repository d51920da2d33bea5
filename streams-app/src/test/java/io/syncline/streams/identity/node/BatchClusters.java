package io.syncline.streams.identity.node;

import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Review;
import io.syncline.schemas.SourceKeys;
import io.syncline.streams.identity.match.Evidence.Verdict;
import io.syncline.streams.identity.match.Features;
import io.syncline.streams.identity.match.MatchRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The simple answer: all records at once, every pair, the strongest evidence first. */
final class BatchClusters {
  record Pair(String one, String other, String evidence, double strength) {}

  private static final int MOST = 8;

  private final MatchRules rules;
  private final Map<String, Features> features = new TreeMap<>();
  private final List<Pair> pairs = new ArrayList<>();
  private final Set<Review> reviews = new HashSet<>();

  BatchClusters(MatchRules rules, Collection<MappedRecord> records, Collection<Pair> persons) {
    this.rules = rules;
    for (var record : records) {
      if (record.getFields().isPresent()) {
        features.put(SourceKeys.text(record.getSource()), rules.features(record));
      }
    }
    pairs.addAll(persons);
    byKey().forEach(this::compareAll);
    pairs.removeIf(
        pair -> !features.containsKey(pair.one()) || !features.containsKey(pair.other()));
    pairs.sort(
        Comparator.<Pair>comparingDouble(pair -> -pair.strength())
            .thenComparing(Pair::evidence)
            .thenComparing(Pair::one)
            .thenComparing(Pair::other));
  }

  private Map<String, Set<String>> byKey() {
    Map<String, Set<String>> byKey = new TreeMap<>();
    features.forEach(
        (name, its) ->
            rules
                .keys(its)
                .forEach(
                    key ->
                        byKey
                            .computeIfAbsent(key.rule() + "/" + key.text(), k -> new TreeSet<>())
                            .add(name)));
    return byKey;
  }

  private void compareAll(String key, Set<String> names) {
    var rule = key.substring(0, key.indexOf('/'));
    if (names.size() > rules.limit(rule)) {
      return;
    }
    for (var one : names) {
      for (var other : names) {
        if (one.compareTo(other) < 0) {
          compare(key, rule, one, other);
        }
      }
    }
  }

  private void compare(String key, String rule, String one, String other) {
    var evidence = rules.compare(rule, features.get(one), features.get(other));
    evidence
        .filter(it -> it.verdict() == Verdict.MATCH)
        .ifPresent(it -> pairs.add(new Pair(one, other, key, it.score())));
    evidence
        .filter(it -> it.verdict() == Verdict.REVIEW)
        .ifPresent(it -> reviews.add(new Review(one, other, key, it.score())));
  }

  /** What a person is to be asked. */
  Set<Review> reviews() {
    return reviews;
  }

  /** Sets of source keys. */
  Set<Set<String>> clusters() {
    Map<String, Set<String>> of = new HashMap<>();
    features.keySet().forEach(name -> of.put(name, new TreeSet<>(Set.of(name))));
    for (var pair : pairs) {
      var one = of.get(pair.one());
      var other = of.get(pair.other());
      if (pair.strength() >= 0
          && one != other
          && one.size() + other.size() <= MOST
          && !isForbidden(pair, one, other)) {
        var union = new TreeSet<>(one);
        union.addAll(other);
        union.forEach(name -> of.put(name, union));
      }
    }
    return new HashSet<>(of.values());
  }

  private boolean isForbidden(Pair pair, Set<String> one, Set<String> other) {
    for (var a : one) {
      for (var b : other) {
        var vetoed = pair.strength() < 2 && rules.vetoed(features.get(a), features.get(b));
        if (vetoed || isApart(a, b) || isApart(b, a)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isApart(String a, String b) {
    return pairs.stream()
        .anyMatch(it -> it.strength() < 0 && it.one().equals(a) && it.other().equals(b));
  }
}
