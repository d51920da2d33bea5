package io.syncline.streams.mapping.suggest.word;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * How well a name is what is looked for.
 *
 * @param score from 0 to 1
 * @param reason why, for the one who reads the proposal
 */
public record NameFit(double score, String reason) {

  static final NameFit NONE = new NameFit(0, "its name says nothing");

  private static final double SAME = 1;
  private static final double WITHIN = 0.5;
  private static final double WITHIN_SHARE = 0.35;
  private static final double TURNED = 0.6;
  private static final double ALIKE = 0.9;
  private static final double SPELLED = 0.75;
  private static final int SHORTEST_SPELLED = 5;
  private static final JaroWinklerSimilarity SPELLING = new JaroWinklerSimilarity();

  /**
   * How well a name is a phrase.
   *
   * @param turning words that make something else of a name, such as `id` or `type`
   */
  static Optional<NameFit> of(Words name, Phrase phrase, Words turning) {
    var wanted = phrase.words();
    if (name.joined().equals(wanted.joined())) {
      return phrase.fit(SAME, "name '%s'");
    }
    if (name.contain(wanted)) {
      var more = name.without(wanted);
      var share = (double) wanted.list().size() / name.list().size();
      var turned = more.list().stream().anyMatch(turning.list()::contains) ? TURNED : 1;
      return phrase.fit((WITHIN + WITHIN_SHARE * share) * turned, "name has '%s'");
    }
    if (name.without(wanted).list().stream().anyMatch(turning.list()::contains)) {
      return Optional.empty();
    }
    var spelling = SPELLING.apply(name.joined(), wanted.joined());
    return spelling >= ALIKE && wanted.joined().length() >= SHORTEST_SPELLED
        ? phrase.fit(SPELLED * spelling, "name like '%s'")
        : Optional.empty();
  }

  static NameFit best(Stream<NameFit> fits) {
    return fits.max(Comparator.comparingDouble(NameFit::score)).orElse(NONE);
  }

  NameFit times(double factor) {
    return new NameFit(score * factor, reason);
  }
}
