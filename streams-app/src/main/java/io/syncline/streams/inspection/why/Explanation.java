package io.syncline.streams.inspection.why;

import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.SourceKeys;
import io.syncline.streams.survivorship.Candidate;
import io.syncline.streams.survivorship.Decision;
import io.syncline.streams.survivorship.FieldRule;
import io.syncline.streams.survivorship.SurvivorshipRules;
import io.syncline.streams.survivorship.Values;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The decision about one field, in words.
 *
 * @param members the source records, in order of their keys
 * @param decision what the rules decide; empty when no record gives a value
 */
record Explanation(
    String field, FieldRule rule, List<MappedRecord> members, Optional<Decision> decision) {

  static Explanation of(String field, SurvivorshipRules rules, List<MappedRecord> members) {
    return new Explanation(field, rules.of(field), members, rules.decide(field, members));
  }

  /** One sentence: the value, the reason, and what was refused. */
  String sentence() {
    return decision.map(this::chosen).orElseGet(this::empty);
  }

  private String empty() {
    return candidates().isEmpty()
        ? "%s is empty because none of the source records (%d) has a value."
            .formatted(field, members.size())
        : "%s is empty because it comes with %s, and the record that gives that has none."
            .formatted(field, rule.with().orElseThrow());
  }

  private String chosen(Decision decided) {
    var others =
        candidates().stream()
            .filter(candidate -> !candidate.value().equals(decided.winner().value()))
            .map(loser -> "%s (%s)".formatted(named(loser), lostBy(loser).orElseThrow()))
            .collect(Collectors.joining(", "));
    return "%s is %s because %s%s."
        .formatted(
            field,
            named(decided.winner()),
            reason(decided),
            others.isEmpty() ? "" : "; chosen over " + others);
  }

  private static String reason(Decision decided) {
    return decided
        .with()
        .map("its record gives %s, too"::formatted)
        .or(
            () ->
                decided
                    .decisive()
                    .map(round -> round.step().reason(decided.winner(), round.from())))
        .orElse("no record says otherwise");
  }

  private static String named(Candidate candidate) {
    return "'%s' of %s"
        .formatted(Values.text(candidate.value()), SourceKeys.text(candidate.record().getSource()));
  }

  List<Candidate> candidates() {
    return SurvivorshipRules.candidates(field, members);
  }

  /** What a candidate lost by; empty for the one that survives, and where none does. */
  Optional<String> lostBy(Candidate candidate) {
    return decision
        .filter(decided -> !decided.winner().equals(candidate))
        .map(
            decided ->
                decided
                    .refusalOf(candidate)
                    .map(round -> round.step().word())
                    .orElseGet(decided::rule));
  }
}
