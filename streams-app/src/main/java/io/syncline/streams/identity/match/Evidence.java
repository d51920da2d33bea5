package io.syncline.streams.identity.match;

/**
 * What a rule says of two records.
 *
 * @param score how strong it is, from 0 to 1
 */
public record Evidence(String rule, Verdict verdict, double score) {

  /** What follows from it. */
  public enum Verdict {
    MATCH,
    REVIEW
  }
}
