package io.syncline.streams.rule;

import io.syncline.schemas.Entity;
import io.syncline.schemas.SourceKey;
import java.util.List;
import java.util.Map;

/**
 * The rules that the sources' files declare.
 *
 * @param bySource the rules of each entity, by the source's name
 */
public record RuleBook(Map<String, Map<Entity, List<Rule>>> bySource) {

  /** A book without rules. */
  public static RuleBook empty() {
    return new RuleBook(Map.of());
  }

  /** The rules for a source record, in the order of the file. */
  public List<Rule> of(SourceKey key) {
    var entities = bySource.getOrDefault(key.getSource(), Map.of());
    return Entity.ofWord(key.getEntity())
        .map(entity -> entities.getOrDefault(entity, List.of()))
        .orElseGet(List::of);
  }
}
