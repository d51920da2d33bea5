package io.syncline.streams.identity.key;

import io.syncline.schemas.KeyChange;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Node;
import io.syncline.streams.identity.match.Features;
import io.syncline.streams.identity.match.MatchRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keys under which a record finds others that may be the same, with what their rules compare. */
public final class MatchKeys {
  private final MatchRules rules;

  public MatchKeys(MatchRules rules) {
    this.rules = rules;
  }

  /**
   * The keys of a record, in order: rule, slash, text; none of one that was deleted. With each what
   * its rule compares: nothing where equal keys are all it asks for.
   */
  public Map<String, Map<String, String>> of(Optional<MappedRecord> record) {
    Map<String, Map<String, String>> keys = new TreeMap<>();
    record.map(rules::features).ifPresent(features -> put(features, keys));
    return keys;
  }

  /** All keys of one rule compare the same. */
  private void put(Features features, Map<String, Map<String, String>> keys) {
    Map<String, Map<String, String>> compared = new HashMap<>();
    for (var key : rules.keys(features)) {
      keys.put(key.name(), compared.computeIfAbsent(key.rule(), rule -> compared(rule, features)));
    }
  }

  /** Whether a node has its keys by these rules. */
  public boolean areOf(Node node) {
    return node.getRules().equals(rules.fingerprint());
  }

  /** Gives a node the keys of its record, and what to tell them. */
  public List<KeyChange> assign(Node node, Optional<MappedRecord> record) {
    var keys = of(record);
    var changes = changes(node, keys);
    node.setKeys(List.copyOf(keys.keySet()));
    node.setRules(rules.fingerprint());
    return changes;
  }

  /** What to tell the keys, when a node's record becomes this one. */
  private List<KeyChange> changes(Node before, Map<String, Map<String, String>> keys) {
    var isJudgedAnew = !areOf(before);
    var known = of(before.getReport().getRecord());
    var address = before.getReport().getNode();
    var changes = new ArrayList<KeyChange>();
    for (var key : before.getKeys()) {
      if (!keys.containsKey(key)) {
        changes.add(new KeyChange(key, address, Map.of(), true));
      }
    }
    keys.forEach(
        (key, features) -> {
          if (isJudgedAnew || !before.getKeys().contains(key) || !features.equals(known.get(key))) {
            changes.add(new KeyChange(key, address, features, false));
          }
        });
    return changes;
  }

  private Map<String, String> compared(String rule, Features features) {
    return rules.needsComparison(rule) ? rules.compared(rule, features).values() : Map.of();
  }
}
