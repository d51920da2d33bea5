package io.syncline.streams.identity.match.criterion;

/** Comparison of two values that are there. Symmetric: `compare(a, b)` is `compare(b, a)`. */
public interface Comparison {

  /** Equal letter by letter. */
  Comparison EXACT =
      new Comparison() {
        @Override
        public Outcome compare(String a, String b) {
          return a.equals(b) ? Outcome.AGREE : Outcome.DISAGREE;
        }

        @Override
        public double similarity(String a, String b) {
          return a.equals(b) ? 1 : 0;
        }
      };

  Outcome compare(String a, String b);

  /** From 0 to 1. */
  double similarity(String a, String b);
}
