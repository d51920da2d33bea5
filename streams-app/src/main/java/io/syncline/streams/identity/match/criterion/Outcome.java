package io.syncline.streams.identity.match.criterion;

/** What a criterion finds in two records. */
public enum Outcome {
  AGREE,
  DISAGREE,
  /** At least one of them lacks the value. */
  UNKNOWN
}
