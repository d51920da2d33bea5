package io.syncline.streams.identity.match;

import static io.syncline.streams.identity.match.MatchRulesFixture.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.syncline.streams.yaml.DeclarationException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchFileTest {

  private static final String GOOD =
      """
      customer:
        normalise:
          surname: family_name | fold
          sound: surname | metaphone
          email: email | lower
        generic:
          email: ["info@*"]
        rules:
          email:
            all:
              - exact: email
          names:
            block: [[sound]]
            all:
              - {jaro_winkler: surname, min: 0.9}
          score:
            block: [sound, [tokens surname, email]]
            score:
              - {exact: email, agree: 2, disagree: -1}
            match: 2
            review: 1
        veto: [exact: email]
        limit: 50
        max_cluster: 20
      """;

  @TempDir private Path folder;

  @Test
  void shouldPointAtTheFault() {
    assertThatThrownBy(() -> rules(folder, GOOD.replace("- exact: email", "- exact: emial")))
        .isInstanceOf(DeclarationException.class)
        .hasMessageEndingWith(
            """
            match.yaml:11:18: 'emial' is no value under 'normalise': did you mean 'email'?
                        - exact: emial
                                 ^"""
                .replace("            match", "match"));
  }

  @Test
  void shouldRefuseARuleNameThatWouldBeTakenForAnother() {
    assertThatThrownBy(() -> rules(folder, GOOD.replace("    names:", "    na/mes:")))
        .isInstanceOf(DeclarationException.class)
        .hasMessageContaining("match.yaml:12:5: a rule's name has letters, digits");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          family_name | fold ; famly_name | fold ; 3:14: 'famly_name' is no field and no value above: did you mean 'family_name'?
          family_name | fold ; family_name | fodl ; 3:28: 'fodl' is no step: did you mean 'fold'?
          | metaphone ; | matching [0- ; 4:22: '[0-' is no pattern: Illegal character range
          | metaphone ; | first ; 4:22: 'first' is no step: did you mean 'first 3'?
          sound: surname ; Sound: surname ; 4:5: 'Sound' cannot name a value
          email: ["info@*"] ; emial: [] ; 7:5: unknown key 'emial' in 'generic': did you mean 'email'?
          - exact: email ; - exakt: email ; 11:11: unknown key 'exakt' in 'all': did you mean 'exact'?
          - exact: email ; - exact: [email] ; 11:18: expected a text in 'all'
          - exact: email ; - with: email ; 11:11: a criterion needs a kind: one of exact
          - exact: email ; - {exact: email, max: 1} ; 11:26: 'exact' takes no 'max'
          - exact: email ; - {exact: email, days: email, max: 1} ; 11:26: 'exact' and 'days' are two criteria
          - exact: email ; - {exact: email, with: sund} ; 11:32: 'sund' is no value under 'normalise': did you mean 'sound'?
          - exact: email ; - {exact: email, missing: agre} ; 11:35: 'agre' is not what a missing value can be: did you mean 'agree'?
          - exact: email ; - any: [] ; 11:11: 'any' is empty
          , min: 0.9 ; '' ; 15:12: 'jaro_winkler' needs a 'min'
          min: 0.9 ; min: 9 ; 15:40: '9' is no share
          min: 0.9 ; min: high ; 15:40: 'high' is no number
          {jaro_winkler: surname, min: 0.9} ; {damerau: surname, max: 1.5} ; 15:35: '1.5' is no whole number of 0 or more
          all: ; every: ; 10:7: unknown key 'every' in 'email'
          block: [[sound]] ; limit: 3 ; 13:7: rule 'names' needs a 'block'
          block: [[sound]] ; block: [[sund]] ; 13:16: 'sund' is no value
          block: [[sound]] ; block: sound ; 13:7: 'block' must be a list
          [tokens surname, email] ; [tokens surnam, email] ; 17:30: 'surnam' is no value
          'email:\n      all' ; 'email:\n      block: [sound]\n      all' ; 10:7: the criteria of 'email' are all exact: they are its block
          'email:\n      all' ; 'email:\n      gives: revue\n      all' ; 10:14: a rule gives 'match' or 'review'
          'email:\n      all' ; 'email:\n      match: 1\n      all' ; 10:7: 'match' belongs to 'score'
          match: 2 ; '' ; 16:5: 'score' lacks the key 'match'
          review: 1 ; review: 3 ; 21:15: 'review' must not be above 'match'
          agree: 2, ; agree: 0, ; 18:7: no weight of 'score' is above 0
          match: 2 ; match: 2.5 ; 20:14: 'match' can never be reached: all that agrees comes to 2; lower it
          agree: 2, ; '' ; 'score' lacks the key 'agree'
          limit: 50 ; limit: 0 ; 23:10: '0' is no whole number of 1 or more
          max_cluster ; max_clusters ; 24:3: unknown key 'max_clusters' in 'customer': did you mean 'max_cluster'?
          customer: ; custumer: ; 1:1: unknown key 'custumer' in 'match.yaml': did you mean 'customer'?
          """)
  void shouldRefuse(String good, String bad, String message) {
    assertThatThrownBy(() -> rules(folder, GOOD.replaceFirst(quoted(good), newlines(bad))))
        .isInstanceOf(DeclarationException.class)
        .hasMessageContaining(message);
  }

  @Test
  void shouldTellAllFaultsAtOnce() {
    // Given
    var faulty =
        GOOD.replace("surname: family_name", "surname: famly_name")
            .replace("email: email | lower", "email: email | lowr")
            .replace("- exact: email", "- exact: emial\n        - exakt: email")
            .replace("[[sound]]", "[[sund]]")
            .replace("veto: [exact: email]", "veto: [exact: emil]")
            .replace("limit: 50", "limit: 0");

    // When
    var refused = catchThrowableOfType(DeclarationException.class, () -> rules(folder, faulty));

    // Then
    assertThat(refused.faults())
        .extracting(fault -> fault.replaceFirst("(?s).*match.yaml:\\d+:\\d+: '(\\w+)'.*", "$1"))
        .map(fault -> fault.replaceFirst("(?s).*unknown key '(\\w+)'.*", "$1"))
        .containsExactlyInAnyOrder("famly_name", "lowr", "emial", "sund", "emil", "0", "exakt");
  }

  @Test
  void shouldRefuseARuleOfTwoEntitiesWithOneName() {
    assertThatThrownBy(
            () ->
                rules(
                    folder,
                    GOOD
                        + "product: {normalise: {email: sku}, rules: {email: {all: [exact: email]}}}"))
        .hasMessageContaining("25:44: a rule of another entity is called 'email', too");
  }

  @Test
  void shouldRefuseAnEmptyFile() {
    assertThatThrownBy(() -> rules(folder, ""))
        .hasMessageEndingWith(
            "match.yaml: the file is empty: it must have a section 'customer' or 'product'");
  }

  private static String quoted(String text) {
    return Pattern.quote(newlines(text));
  }

  private static String newlines(String text) {
    return text.replace("\\n", "\n");
  }
}
