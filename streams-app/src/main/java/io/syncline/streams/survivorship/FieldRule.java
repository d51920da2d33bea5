package io.syncline.streams.survivorship;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What decides about one field.
 *
 * @param steps each takes some of what the one before has left
 * @param with the field whose record gives this one, too; where no record has that field, the steps
 *     decide
 */
public record FieldRule(List<Strategy> steps, Optional<String> with) {

  /** What it is called that a value came along with another field's. */
  public static final String WITH = "with";

  /** A rule of steps alone. */
  public static FieldRule of(Strategy... steps) {
    return new FieldRule(List.of(steps), Optional.empty());
  }

  /** What is declared, a word or two for each step. */
  public List<String> words() {
    return Stream.concat(
            with.stream().map(field -> WITH + " " + field), steps.stream().map(Strategy::word))
        .toList();
  }

  /**
   * Chooses one.
   *
   * @param candidates at least one, in any order
   */
  Decision decide(List<Candidate> candidates) {
    var rounds = new ArrayList<Decision.Round>();
    var left = candidates;
    for (var step : steps) {
      left = take(step, left, rounds);
    }
    var winner = take(LastWord.SOURCE_KEY, left, rounds).get(0);
    return new Decision(winner, rounds, Optional.empty());
  }

  private static List<Candidate> take(
      Strategy step, List<Candidate> left, List<Decision.Round> rounds) {
    if (left.size() == 1) {
      return left;
    }
    var best = step.best(left);
    if (best.size() < left.size()) {
      rounds.add(new Decision.Round(step, left, best));
    }
    return best;
  }

  /** What follows the last step of every rule, so that there is always one winner. */
  private enum LastWord implements Strategy {
    SOURCE_KEY;

    @Override
    public String word() {
      return "source-key";
    }

    @Override
    public List<Candidate> best(List<Candidate> candidates) {
      return PlainStrategy.NON_EMPTY_FIRST.best(candidates);
    }

    @Override
    public String reason(Candidate winner, List<Candidate> candidates) {
      return "nothing else tells them apart, and "
          + PlainStrategy.NON_EMPTY_FIRST.reason(winner, candidates);
    }
  }
}
