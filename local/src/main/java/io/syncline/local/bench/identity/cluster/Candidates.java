package io.syncline.local.bench.identity.cluster;

import io.syncline.streams.identity.match.Features;
import io.syncline.streams.identity.match.MatchKey;
import io.syncline.streams.identity.match.MatchRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the rules say of all pairs that share a key which is not muted. */
final class Candidates {

  /** Two records by their places; the first is the lower one. */
  record Pair(int first, int second) {}

  /** The records that share a key. */
  private record Block(String rule, List<Integer> records) {}

  private final MatchRules rules;
  private final List<Features> records;
  private final Map<String, Block> blocks = new TreeMap<>();
  private long comparisons;
  private int muted;

  Candidates(MatchRules rules, List<Features> records) {
    this.rules = rules;
    this.records = records;
    for (int at = 0; at < records.size(); at++) {
      for (MatchKey key : rules.keys(records.get(at))) {
        blocks
            .computeIfAbsent(key.name(), unseen -> new Block(key.rule(), new ArrayList<>()))
            .records()
            .add(at);
      }
    }
  }

  List<Edge> edges() {
    List<Edge> edges = new ArrayList<>();
    Map<String, Set<Pair>> compared = new HashMap<>();
    blocks.forEach(
        (key, block) -> {
          if (block.records().size() > rules.limit(block.rule())) {
            muted++;
          } else {
            compare(
                key,
                block,
                compared.computeIfAbsent(block.rule(), unseen -> new HashSet<>()),
                edges);
          }
        });
    return edges;
  }

  /** Pairs that were compared, once for each rule. */
  long comparisons() {
    return comparisons;
  }

  /** Keys that too many records share. */
  int muted() {
    return muted;
  }

  private void compare(String key, Block block, Set<Pair> compared, List<Edge> edges) {
    for (int i = 0; i < block.records().size(); i++) {
      for (int j = i + 1; j < block.records().size(); j++) {
        Pair pair = new Pair(block.records().get(i), block.records().get(j));
        if (compared.add(pair)) {
          comparisons++;
          rules
              .compare(block.rule(), records.get(pair.first()), records.get(pair.second()))
              .ifPresent(
                  evidence -> edges.add(new Edge(pair.first(), pair.second(), key, evidence)));
        }
      }
    }
  }
}
