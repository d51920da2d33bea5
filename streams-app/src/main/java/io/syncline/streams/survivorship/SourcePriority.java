package io.syncline.streams.survivorship;

import java.util.List;

/**
 * The strategy that prefers some sources to others.
 *
 * @param sources names, the best first; sources that are not named come after them
 */
public record SourcePriority(List<String> sources) implements Strategy {

  /** The word in files. */
  public static final String WORD = "source-priority";

  @Override
  public String word() {
    return WORD;
  }

  @Override
  public List<Candidate> best(List<Candidate> candidates) {
    return PlainStrategy.greatest(candidates, candidate -> -rank(candidate));
  }

  private long rank(Candidate candidate) {
    var rank = sources.indexOf(candidate.source());
    return rank < 0 ? sources.size() : rank;
  }

  @Override
  public String reason(Candidate winner, List<Candidate> candidates) {
    return "of the sources that have one, '%s' comes first in [%s]"
        .formatted(winner.source(), String.join(", ", sources));
  }
}
