package io.syncline.streams.survivorship;

import java.util.List;
import java.util.Optional;

/**
 * Whose value of a field survives.
 *
 * @param rounds the steps that left some candidates behind, in order
 * @param with the field whose record gives this one, too
 */
public record Decision(Candidate winner, List<Round> rounds, Optional<String> with) {

  /** What decides where no record says otherwise. */
  public static final String ONLY_VALUE = "only-value";

  /**
   * A step that left some candidates behind.
   *
   * @param from what it chose from
   * @param best what it took
   */
  public record Round(Strategy step, List<Candidate> from, List<Candidate> best) {

    private boolean refused(Candidate candidate) {
      return from.contains(candidate) && !best.contains(candidate);
    }
  }

  /**
   * The step that refused the last other value. What came after it chose between records that say
   * the same.
   */
  public Optional<Round> decisive() {
    return rounds.stream().filter(this::refusesAnotherValue).reduce((first, second) -> second);
  }

  private boolean refusesAnotherValue(Round round) {
    return round.from().stream()
        .anyMatch(c -> !c.value().equals(winner.value()) && !round.best().contains(c));
  }

  /** What decided about the value, in a word or two. */
  public String rule() {
    return with.map(field -> FieldRule.WITH + " " + field)
        .or(() -> decisive().map(round -> round.step().word()))
        .orElse(ONLY_VALUE);
  }

  /** The step that refused a candidate; empty for the winner. */
  public Optional<Round> refusalOf(Candidate candidate) {
    return rounds.stream().filter(round -> round.refused(candidate)).findFirst();
  }
}
