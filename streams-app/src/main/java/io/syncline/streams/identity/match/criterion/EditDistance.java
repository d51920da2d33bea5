package io.syncline.streams.identity.match.criterion;

import java.util.function.ToIntBiFunction;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Agrees when so many edits make one value of the other, at most.
 *
 * @param max number of edits
 */
record EditDistance(ToIntBiFunction<String, String> distance, int max) implements Comparison {

  static EditDistance levenshtein(int max) {
    var limited = new LevenshteinDistance(max);
    // It answers -1 for what is over the limit.
    return new EditDistance((a, b) -> beyond(limited.apply(a, b), a, b), max);
  }

  static EditDistance damerau(int max) {
    return new EditDistance(
        (a, b) ->
            Math.abs(a.length() - b.length()) > max
                ? Math.max(a.length(), b.length())
                : Alignment.distance(a, b),
        max);
  }

  @Override
  public Outcome compare(String a, String b) {
    return distance.applyAsInt(a, b) <= max ? Outcome.AGREE : Outcome.DISAGREE;
  }

  @Override
  public double similarity(String a, String b) {
    return 1 - (double) distance.applyAsInt(a, b) / Math.max(1, Math.max(a.length(), b.length()));
  }

  private static int beyond(int distance, String a, String b) {
    return distance < 0 ? Math.max(a.length(), b.length()) : distance;
  }
}
