package io.syncline.streams.identity.match;

import static io.syncline.streams.identity.match.MatchRulesFixture.customer;
import static io.syncline.streams.identity.match.MatchRulesFixture.features;
import static io.syncline.streams.identity.match.MatchRulesFixture.ofRule;
import static io.syncline.streams.identity.match.MatchRulesFixture.record;
import static io.syncline.streams.identity.match.MatchRulesFixture.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.syncline.schemas.CustomerFields;
import io.syncline.schemas.Entity;
import io.syncline.streams.identity.match.Evidence.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchRulesTest {

  private static final String CONTACTS =
      """
      customer:
        normalise:
          email: email | lower
          phone: phone | digits
          tax: attributes.tax_id | compact
        generic:
          email: ["info@*", "NoReply@Example.org"]
          phone: "+49 30 1234-0"
        rules:
          email:
            all: [exact: email]
          phone:
            all: [exact: phone]
            limit: 7
        veto:
          - exact: tax
        limit: 50
        max_cluster: 20
      product:
        normalise: {sku: sku | lower}
        rules:
          sku: {all: [exact: sku]}
      """;

  private static final String SCORE =
      """
      block: [c]
      score:
        - {exact: a, agree: 3, disagree: -2}
        - {levenshtein: b, max: 1, agree: 1}
      match: 4
      review: 2
      """;

  @TempDir private Path folder;

  @Test
  void shouldKeyARecordByEachRuleWhoseValuesItHas() {
    // Given
    var rules = rules(folder, CONTACTS);
    var customer =
        CustomerFields.newBuilder().setEmail("Ada@Example.org").setPhone("+44 20").build();

    // When
    var keys = rules.keys(rules.features(record(customer)));

    // Then
    assertThat(keys)
        .containsExactly(
            new MatchKey("email", "email=ada@example.org"), new MatchKey("phone", "phone=4420"));
  }

  @Test
  void shouldNotKeyByWhatProvesNothing() {
    // Given
    var rules = rules(folder, CONTACTS);
    var customer =
        CustomerFields.newBuilder().setEmail("Info@Example.org").setPhone("0049 30 12340");

    // Then
    assertThat(rules.keys(rules.features(record(customer.build()))))
        .containsExactly(new MatchKey("phone", "phone=00493012340"));
    assertThat(rules.keys(rules.features(record(customer.setPhone("+49 (30) 1234 0").build()))))
        .isEmpty();
    assertThat(rules.keys(rules.features(record(customer.setEmail("noreply@example.org").build()))))
        .isEmpty();
  }

  @Test
  void shouldHaveNoFeaturesOfADeletedRecord() {
    // Given
    var rules = rules(folder, CONTACTS);
    var deleted = customer();
    deleted.setFields(null);

    // When
    var features = rules.features(deleted);

    // Then
    assertThat(features.values()).isEmpty();
    assertThat(rules.keys(features)).isEmpty();
  }

  @Test
  void shouldVetoOnlyValuesThatBothHave() {
    // Given
    var rules = rules(folder, CONTACTS);

    // Then
    assertThat(rules.vetoed(features("tax", "1"), features("tax", "2"))).isTrue();
    assertThat(rules.vetoed(features("tax", "1"), features("tax", "1"))).isFalse();
    assertThat(rules.vetoed(features("tax", "1"), features())).isFalse();
  }

  @Test
  void shouldKnowTheLimitsOfRulesAndEntities() {
    // Given
    var rules = rules(folder, CONTACTS);

    // Then
    assertThat(rules.limit("email")).isEqualTo(50);
    assertThat(rules.limit("phone")).isEqualTo(7);
    assertThat(rules.maxCluster(Entity.CUSTOMER)).isEqualTo(20);
    assertThat(rules.names()).containsExactly("email", "phone", "sku");
    assertThat(rules.fields(Entity.CUSTOMER))
        .containsExactly("attributes.tax_id", "email", "phone");
  }

  @Test
  void shouldNotCompareWhatSharesAnExactKey() {
    assertThat(rules(folder, CONTACTS).needsComparison("email")).isFalse();
    assertThat(ofRule(folder, SCORE).needsComparison("r")).isTrue();
    assertThat(ofRule(folder, "block: [b]\nall: [{damerau: a, max: 1}]").needsComparison("r"))
        .isTrue();
  }

  @Test
  void shouldWeighWhatAgreesAgainstWhatDoesNot() {
    // Given
    var rules = ofRule(folder, SCORE);
    var ada = features("a", "1", "b", "ada");

    // When
    var both = rules.compare("r", ada, features("a", "1", "b", "adda")).orElseThrow();
    var one = rules.compare("r", ada, features("a", "1", "b", "eve")).orElseThrow();

    // Then
    assertThat(both).isEqualTo(new Evidence("r", Verdict.MATCH, 1));
    assertThat(one.verdict()).isEqualTo(Verdict.REVIEW);
    assertThat(one.score()).isCloseTo(0.75, within(1e-9));
    assertThat(rules.compare("r", ada, features("a", "2", "b", "ada"))).isEmpty();
    assertThat(rules.compare("r", ada, features("a", "1"))).contains(one);
  }

  @Test
  void shouldAskAPersonWhereTheRuleSaysSo() {
    // Given
    var rules = ofRule(folder, "all: [exact: a]\ngives: review");

    // When
    var evidence = rules.compare("r", features("a", "x"), features("a", "x"));

    // Then
    assertThat(evidence).contains(new Evidence("r", Verdict.REVIEW, 1));
  }

  @Test
  void shouldMeetInEachBlockAndUnderEachToken() {
    // Given
    var rules = ofRule(folder, "block: [[a, b], tokens c]\nall: [{levenshtein: c, max: 9}]");

    // Then
    assertThat(rules.keys(features("a", "x|y", "b", "z", "c", "red wine red")))
        .extracting(MatchKey::text)
        .containsExactly("a=x\\|y|b=z", "c=red", "c=wine");
    assertThat(rules.keys(features("a", "x"))).isEmpty();
  }

  @Test
  void shouldSayWhichRulesThereAre() {
    assertThatThrownBy(() -> rules(folder, CONTACTS).needsComparison("fax"))
        .hasMessage("There is no match rule 'fax', only [email, phone, sku]");
  }
}
