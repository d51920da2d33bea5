package io.syncline.streams.problem;

import java.util.Locale;

/** What a caller can do about a problem. */
public enum NextStep {
  /** The same request will succeed later; wait as long as `Retry-After` says. */
  RETRY,
  /** The request as it stands can never succeed. */
  CORRECT_REQUEST,
  /** What was asked for is not there. */
  LOOK_ELSEWHERE,
  /** The fault is ours; the log says more. */
  REPORT;

  /** The word that stands in the answer. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
