package io.syncline.streams.identity.node;

import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.SourceKeys;
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

  private BatchClusters() {}

  /** Sets of source keys. */
  static Set<Set<String>> of(
      Collection<MappedRecord> records,
      Collection<Pair> persons,
      MatchKeys matchKeys,
      int limit,
      int most) {
    var alive = new TreeSet<String>();
    Map<String, Set<String>> byKey = new TreeMap<>();
    for (var record : records) {
      if (record.getFields().isPresent()) {
        var name = SourceKeys.text(record.getSource());
        alive.add(name);
        matchKeys
            .keys(record)
            .forEach(key -> byKey.computeIfAbsent(key, k -> new TreeSet<>()).add(name));
      }
    }
    var pairs = new ArrayList<>(persons);
    byKey.forEach(
        (key, names) -> {
          if (names.size() <= limit) {
            for (var one : names) {
              for (var other : names) {
                if (one.compareTo(other) < 0) {
                  pairs.add(new Pair(one, other, key, 1));
                }
              }
            }
          }
        });
    pairs.removeIf(pair -> !alive.contains(pair.one()) || !alive.contains(pair.other()));
    pairs.sort(
        Comparator.<Pair>comparingDouble(pair -> -pair.strength())
            .thenComparing(Pair::evidence)
            .thenComparing(Pair::one)
            .thenComparing(Pair::other));
    return joined(alive, pairs, most);
  }

  private static Set<Set<String>> joined(Set<String> alive, List<Pair> pairs, int most) {
    Map<String, Set<String>> of = new HashMap<>();
    alive.forEach(name -> of.put(name, new TreeSet<>(Set.of(name))));
    for (var pair : pairs) {
      var union = new TreeSet<>(of.get(pair.one()));
      union.addAll(of.get(pair.other()));
      var forbidden =
          pairs.stream()
              .anyMatch(
                  it ->
                      it.strength() < 0 && union.contains(it.one()) && union.contains(it.other()));
      if (pair.strength() >= 0 && union.size() <= most && !forbidden) {
        union.forEach(name -> of.put(name, union));
      }
    }
    return new HashSet<>(of.values());
  }
}
