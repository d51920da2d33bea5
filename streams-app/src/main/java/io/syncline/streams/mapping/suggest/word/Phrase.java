package io.syncline.streams.mapping.suggest.word;

import java.util.Optional;

/**
 * A name that people give to something.
 *
 * @param weight how surely it means that, from 0 to 1
 * @param origin where it is from, as the end of a sentence; empty for the vocabulary
 */
record Phrase(Words words, double weight, String origin) {

  Optional<NameFit> fit(double score, String reason) {
    var told = reason.formatted(String.join(" ", words.list()));
    return Optional.of(
        new NameFit(score * weight, origin.isEmpty() ? told : told + " as " + origin));
  }
}
