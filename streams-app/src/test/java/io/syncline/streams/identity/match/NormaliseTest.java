package io.syncline.streams.identity.match;

import static io.syncline.streams.identity.match.MatchRulesFixture.customer;
import static io.syncline.streams.identity.match.MatchRulesFixture.record;
import static io.syncline.streams.identity.match.MatchRulesFixture.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.schemas.CustomerFields;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormaliseTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "none",
      textBlock =
          """
          lower             ; ' ADA '          ; ada
          fold              ; "Müller-Lüdenß, O'Neil"; muller ludenss oneil
          fold              ; " O'Neil--(Jr.) `2` "; oneil jr 2
          fold              ; "-O’Neil (Żjr.) "; oneil zjr
          fold              ; ŁÓDŹ øst         ; lodz ost
          letters           ; Route 66         ; Route
          digits            ; +49 (30) 12-3    ; 4930123
          digits            ; none at all      ; none
          compact           ; DE 12.345/6      ; DE123456
          sorted_tokens     ; beta alpha       ; alpha beta
          sorted_characters ; 3021             ; 0123
          initials          ; ada king lovelace; a k l
          date              ; 2001-2-3         ; 20010203
          date              ; 2001-02-03T04:05Z; 20010203
          date              ; 3.2.2001         ; 20010203
          swap_day_month    ; 20010203         ; 20010302
          swap_day_month    ; 2001             ; none
          soundex           ; Robert           ; R163
          metaphone         ; Smith            ; SM0
          cologne           ; Meyer            ; 67
          nysiis            ; Knight           ; NAGT
          first 3           ; lovelace         ; lov
          first 30          ; lovelace         ; lovelace
          last 4            ; lovelace         ; lace
          token 2           ; ada lovelace     ; lovelace
          token 3           ; ada lovelace     ; none
          matching [0-9]+   ; 123              ; 123
          matching [0-9]+   ; 123a             ; none
          at_least 4        ; ada              ; none
          fold | first 2    ; ÉVA              ; ev
          """)
  void shouldTakeAFieldThroughItsSteps(String steps, String field, String value) {
    // Given
    var rules =
        rules(
            folder,
            "customer:\n  normalise:\n    v: attributes.x | %s\n  rules: {r: {all: [exact: v]}}"
                .formatted(steps));

    // When
    var features = rules.features(customer("x", field));

    // Then
    assertThat(features.values().get("v")).isEqualTo(value);
  }

  @Test
  void shouldPutTogetherFieldsAttributesAndEarlierValues() {
    // Given
    var rules =
        rules(
            folder,
            """
            customer:
              normalise:
                names: given_name + family_name or attributes.surname | fold
                key: names + city | compact
              rules: {r: {all: [exact: key]}}
            """);
    var customer =
        CustomerFields.newBuilder()
            .setGivenName("Ada")
            .setCity("London")
            .setAttributes(Map.of("surname", "King"));

    // When
    var without = rules.features(record(customer.build()));
    var with = rules.features(record(customer.setFamilyName("Lovelace").build()));

    // Then
    assertThat(without.values()).containsEntry("key", "adakingLondon");
    assertThat(with.values()).containsEntry("key", "adalovelaceLondon");
  }

  @Test
  void shouldHaveNoValueOfABlankField() {
    // Given
    var rules = rules(folder, "customer: {normalise: {v: city}, rules: {r: {all: [exact: v]}}}");

    // When
    var features = rules.features(record(CustomerFields.newBuilder().setCity("  ").build()));

    // Then
    assertThat(features.values()).containsOnlyKeys(Features.ENTITY);
  }
}
