package io.syncline.streams.identity.match.criterion;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Agrees when two values are so much alike, at least.
 *
 * @param min from 0 to 1
 */
record Similarity(ToDoubleBiFunction<String, String> measure, double min) implements Comparison {

  private static final Pattern WHITE = Pattern.compile("\\s+");
  private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();

  static Similarity jaroWinkler(double min) {
    // What it answers for values of one length may depend on which comes first.
    return new Similarity(
        (a, b) -> a.compareTo(b) <= 0 ? JARO_WINKLER.apply(a, b) : JARO_WINKLER.apply(b, a), min);
  }

  /** Share of the words that both have, of all (Jaccard). */
  static Similarity tokens(double min) {
    return of(Similarity::tokensOf, (shared, a, b) -> shared / (a + b - shared), min);
  }

  /** Share of the words that both have, of those of the one that has fewer. */
  static Similarity overlap(double min) {
    return of(Similarity::tokensOf, (shared, a, b) -> shared / Math.min(a, b), min);
  }

  /** Share of the pairs of letters that both have (Dice). */
  static Similarity bigrams(double min) {
    return of(Similarity::bigramsOf, (shared, a, b) -> 2 * shared / (a + b), min);
  }

  @Override
  public Outcome compare(String a, String b) {
    return similarity(a, b) >= min ? Outcome.AGREE : Outcome.DISAGREE;
  }

  @Override
  public double similarity(String a, String b) {
    return measure.applyAsDouble(a, b);
  }

  private interface Share {

    double of(double shared, double a, double b);
  }

  private static Similarity of(Function<String, Set<String>> parts, Share share, double min) {
    return new Similarity(
        (a, b) -> {
          var ofA = parts.apply(a);
          var ofB = parts.apply(b);
          var shared = ofA.stream().filter(ofB::contains).count();
          return shared == 0 ? 0 : share.of(shared, ofA.size(), ofB.size());
        },
        min);
  }

  private static Set<String> tokensOf(String text) {
    return new HashSet<>(Arrays.asList(WHITE.split(text)));
  }

  private static Set<String> bigramsOf(String text) {
    var padded = " " + text + " ";
    var bigrams = new HashSet<String>();
    for (var at = 0; at + 2 <= padded.length(); at++) {
      bigrams.add(padded.substring(at, at + 2));
    }
    return bigrams;
  }
}
