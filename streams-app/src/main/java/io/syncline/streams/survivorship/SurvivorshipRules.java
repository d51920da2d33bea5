package io.syncline.streams.survivorship;

import io.syncline.schemas.MappedRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What decides about the fields of one entity.
 *
 * @param fields rules by field; an attribute's name follows `attributes.`
 * @param otherwise the rule of every other field
 */
public record SurvivorshipRules(Map<String, FieldRule> fields, FieldRule otherwise) {

  /** The rule of a field. */
  public FieldRule of(String field) {
    return fields.getOrDefault(field, otherwise);
  }

  /**
   * Whose value of a field survives; empty when no record that may give it has one.
   *
   * @param members the source records, in any order
   */
  public Optional<Decision> decide(String field, List<MappedRecord> members) {
    var rule = of(field);
    var leader = rule.with().flatMap(with -> decide(with, members)).map(Decision::winner);
    if (leader.isPresent()) {
      // A currency says nothing of another record's price, nor a city of another's street.
      return Candidate.of(leader.get().record(), field)
          .map(winner -> new Decision(winner, List.of(), rule.with()));
    }
    var candidates = candidates(field, members);
    return candidates.isEmpty() ? Optional.empty() : Optional.of(rule.decide(candidates));
  }

  /** The records that have a value for a field. */
  public static List<Candidate> candidates(String field, List<MappedRecord> members) {
    return members.stream().flatMap(member -> Candidate.of(member, field).stream()).toList();
  }
}
