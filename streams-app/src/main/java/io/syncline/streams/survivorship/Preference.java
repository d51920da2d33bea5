package io.syncline.streams.survivorship;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/**
 * The strategy that an expression declares.
 *
 * @param expression its text
 * @param score what it gives for one of some candidates, true being 1 and false 0; the greatest
 *     wins
 */
public record Preference(String expression, ToDoubleBiFunction<Candidate, List<Candidate>> score)
    implements Strategy {

  /** The word in files. */
  public static final String WORD = "cel";

  @Override
  public String word() {
    return WORD;
  }

  @Override
  public List<Candidate> best(List<Candidate> candidates) {
    var scores = candidates.stream().map(candidate -> score(candidate, candidates)).toList();
    var greatest = scores.stream().max(Double::compare).orElseThrow();
    return IntStream.range(0, candidates.size())
        .filter(place -> scores.get(place).equals(greatest))
        .mapToObj(candidates::get)
        .toList();
  }

  /** What is no number, such as 0/0, would be the greatest of all: it is last. */
  private double score(Candidate candidate, List<Candidate> candidates) {
    var given = score.applyAsDouble(candidate, candidates);
    return Double.isNaN(given) ? Double.NEGATIVE_INFINITY : given;
  }

  @Override
  public String reason(Candidate winner, List<Candidate> candidates) {
    return "the expression `%s` prefers it".formatted(expression);
  }
}
