package io.syncline.streams.identity.match;

import static io.syncline.streams.identity.match.MatchRulesFixture.features;
import static io.syncline.streams.identity.match.MatchRulesFixture.ofRule;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CriteriaTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          exact: a                        | smith          | smith          | true
          exact: a                        | smith          | smyth          | false
          {phonetic: a}                   | smith          | smyth          | true
          {phonetic: a}                   | smith          | jones          | false
          {phonetic: a}                   | 12             | 13             | false
          {levenshtein: a, max: 1}        | ada            | adda           | true
          {levenshtein: a, max: 1}        | ada            | daa            | false
          {levenshtein: a, max: 0}        | ada            | ada            | true
          {damerau: a, max: 1}            | ada            | daa            | true
          {damerau: a, max: 1}            | ada            | eva            | false
          {damerau: a, max: 1}            | ada            | adalbert       | false
          {jaro_winkler: a, min: 0.9}     | martha         | marhta         | true
          {jaro_winkler: a, min: 0.97}    | martha         | marhta         | false
          {tokens: a, min: 0.5}           | red wine glass | wine glass     | true
          {tokens: a, min: 0.7}           | red wine glass | wine glass     | false
          {overlap: a, min: 1}            | red wine glass | wine glass     | true
          {overlap: a, min: 1}            | red wine glass | wine cup       | false
          {bigrams: a, min: 0.5}          | night          | nights         | true
          {bigrams: a, min: 0.6}          | night          | nacht          | false
          {number: a, max: 0.5}           | 10.0           | 10.50          | true
          {number: a, max: 0.5}           | 10.0           | 10.51          | false
          {number: a, max: 0.5}           | ten            | ten            | false
          {percent: a, max: 10}           | 100            | 90             | true
          {percent: a, max: 10}           | 100            | 89             | false
          {days: a, max: 2}               | 2001-02-28     | 20010302       | true
          {days: a, max: 2}               | 2001-02-28     | 20010303       | false
          any: [exact: a, {levenshtein: a, max: 1}] | ada  | adda           | true
          any: [exact: a, {levenshtein: a, max: 1}] | ada  | eve            | false
          """)
  void shouldAgreeWithinItsBound(String criterion, String one, String other, boolean agrees) {
    // Given
    var rules =
        ofRule(folder, "block: [b]\nall: [%s, {levenshtein: b, max: 0}]".formatted(criterion));
    var a = features("a", one, "b", "x");
    var b = features("a", other, "b", "x");

    // When
    var there = rules.compare("r", a, b);
    var back = rules.compare("r", b, a);

    // Then
    assertThat(there.isPresent()).isEqualTo(agrees);
    assertThat(back).isEqualTo(there);
  }

  @ParameterizedTest
  @CsvSource({"dixon, dicksonx", "aab, aba", "jellyfish, smellyfish", "abcvwxyz, cabvwxyz"})
  void shouldGiveOneScoreWhicheverComesFirst(String one, String other) {
    // Given
    var rules = ofRule(folder, "block: [b]\nall: [{jaro_winkler: a, min: 0.01}]");

    // Then
    assertThat(rules.compare("r", features("a", one), features("a", other)))
        .isPresent()
        .isEqualTo(rules.compare("r", features("a", other), features("a", one)));
  }

  @Test
  void shouldCompareTwoValuesThatMayHaveBeenSwapped() {
    // Given
    var rules = ofRule(folder, "block: [c]\nall: [{exact: a, with: b}]");
    var right = features("a", "ada", "b", "lovelace");

    // Then
    assertThat(rules.compare("r", right, features("a", "lovelace", "b", "ada"))).isPresent();
    assertThat(rules.compare("r", right, features("a", "lovelace", "b", "eve"))).isEmpty();
    assertThat(rules.compare("r", right, features("a", "eve", "b", "ada"))).isEmpty();
    assertThat(rules.compare("r", right, features("a", "lovelace"))).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"unknown, false", "disagree, false", "agree, true"})
  void shouldTakeAMissingValueAsTheFileSays(String missing, boolean agrees) {
    // Given
    var rules =
        ofRule(
            folder, "block: [b]\nall: [{levenshtein: a, max: 0, missing: %s}]".formatted(missing));

    // When
    var evidence = rules.compare("r", features("a", "x", "b", "y"), features("b", "y"));

    // Then
    assertThat(evidence.isPresent()).isEqualTo(agrees);
  }
}
