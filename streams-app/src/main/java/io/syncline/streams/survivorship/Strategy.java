package io.syncline.streams.survivorship;

import java.util.List;

/**
 * One step of a rule: takes some of the candidates. What it takes depends on which candidates there
 * are, never on the order they come in.
 */
public interface Strategy {

  /** How it is called in files, in provenance and in answers. */
  String word();

  /**
   * The best of the candidates, at least one.
   *
   * @param candidates at least two
   */
  List<Candidate> best(List<Candidate> candidates);

  /**
   * Why a candidate is among the best; completes a sentence that ends with "because".
   *
   * @param winner one of the best
   * @param candidates those that it was chosen from
   */
  String reason(Candidate winner, List<Candidate> candidates);
}
