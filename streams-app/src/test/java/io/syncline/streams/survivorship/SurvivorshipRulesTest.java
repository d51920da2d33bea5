package io.syncline.streams.survivorship;

import static io.syncline.streams.survivorship.Records.withPhone;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.schemas.CustomerFields;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.SourceKeys;
import io.syncline.streams.survivorship.Decision.Round;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SurvivorshipRulesTest {

  private static final List<MappedRecord> THREE =
      List.of(
          withPhone("north", 1, "+441"),
          withPhone("south", 3, "+4923"),
          withPhone("west", 2, "+441"));

  @Test
  void shouldTakeTheMostRecent() {
    assertThat(survivor(PlainStrategy.MOST_RECENT)).isEqualTo("+4923 most-recent");
  }

  @Test
  void shouldTakeTheMostFrequent() {
    assertThat(survivor(PlainStrategy.MOST_FREQUENT)).isEqualTo("+441 most-frequent");
  }

  @Test
  void shouldTakeTheLongest() {
    assertThat(survivor(PlainStrategy.LONGEST)).isEqualTo("+4923 longest");
  }

  @Test
  void shouldTakeTheFirstThatIsThereInTheOrderOfSourceKeys() {
    assertThat(survivor(PlainStrategy.NON_EMPTY_FIRST)).isEqualTo("+441 non-empty-first");
  }

  @Test
  void shouldTakeTheSourceThatIsNamedFirst() {
    assertThat(survivor(new SourcePriority(List.of("east", "south", "north"))))
        .isEqualTo("+4923 source-priority");
  }

  @Test
  void shouldTakeSourcesThatAreNotNamedLast() {
    assertThat(survivor(new SourcePriority(List.of("west")))).isEqualTo("+441 source-priority");
  }

  @Test
  void shouldPutAScoreThatIsNoNumberLast() {
    assertThat(
            survivor(
                new Preference(
                    "0.0 / 0.0",
                    (candidate, all) -> candidate.value().equals("+4923") ? Double.NaN : -1)))
        .isEqualTo("+441 cel");
  }

  @Test
  void shouldLetTheNextStepChooseFromWhatTheFirstLeft() {
    // Given
    var rules = rules(new SourcePriority(List.of("north")), PlainStrategy.MOST_RECENT);

    // When
    var decision =
        rules.decide(
            "phone",
            List.of(
                withPhone("north", 1, "+441"),
                withPhone("north", 2, "+442"),
                withPhone("south", 3, "+4923")));

    // Then
    assertThat(decision.map(d -> d.winner().value())).hasValue("+442");
    assertThat(decision.orElseThrow().rounds())
        .extracting(round -> round.step().word())
        .containsExactly("source-priority", "most-recent");
  }

  @Test
  void shouldBreakTiesByTheOrderOfSourceKeys() {
    // Given
    var south = withPhone("south", 1, "+442");
    var north = withPhone("north", 1, "+441");

    // When
    var decision = rules(PlainStrategy.MOST_RECENT).decide("phone", List.of(south, north));

    // Then
    assertThat(decision.map(Decision::rule)).hasValue("source-key");
    assertThat(decision.map(d -> d.winner().record())).hasValue(north);
  }

  @Test
  void shouldNeverLetAnEmptyValueBeatOneThatIsThere() {
    // Given
    var members =
        List.of(
            withPhone("north", 9, null), withPhone("north", 8, "  "), withPhone("south", 1, "+44"));

    // Then
    for (var strategy : PlainStrategy.values()) {
      assertThat(rules(strategy).decide("phone", members).map(d -> d.winner().value()))
          .hasValue("+44");
    }
  }

  @Test
  void shouldDecideNothingWhereNobodyHasAValue() {
    assertThat(rules(PlainStrategy.LONGEST).decide("phone", List.of(withPhone("north", 1, ""))))
        .isEmpty();
  }

  @Test
  void shouldSayThatNobodySaysOtherwise() {
    // Given
    var members = List.of(withPhone("north", 1, "+44"), withPhone("south", 2, "+44"));

    // When
    var decision = rules(PlainStrategy.MOST_RECENT).decide("phone", members).orElseThrow();

    // Then
    assertThat(decision.rule()).isEqualTo("only-value");
    assertThat(SourceKeys.text(decision.winner().record().getSource()))
        .isEqualTo("south/customer/k2");
  }

  @Test
  void shouldNameTheStepThatRefusedTheLastOtherValue() {
    // Given
    var rules = rules(PlainStrategy.MOST_FREQUENT, PlainStrategy.MOST_RECENT);

    // When
    var decision = rules.decide("phone", THREE).orElseThrow();

    // Then
    assertThat(decision.rule()).isEqualTo("most-frequent");
    assertThat(decision.winner().record()).isEqualTo(THREE.get(2));
    assertThat(decision.rounds())
        .extracting(round -> round.step().word())
        .containsExactly("most-frequent", "most-recent");
  }

  @Test
  void shouldTakeAFieldFromTheRecordThatGivesAnother() {
    // Given
    var rules =
        new SurvivorshipRules(
            Map.of(
                "city", new FieldRule(List.of(PlainStrategy.MOST_RECENT), Optional.of("street"))),
            FieldRule.of(PlainStrategy.LONGEST));
    var north = CustomerFields.newBuilder().setStreet("Long Lane").setCity("London");
    var south = CustomerFields.newBuilder().setStreet("Gasse").setCity("Graz");
    var west = CustomerFields.newBuilder().setCity("Bath");
    var members =
        List.of(
            Records.of("north", 1, north),
            Records.of("south", 2, south),
            Records.of("west", 3, west));

    // When
    var with = rules.decide("city", members);
    var without = rules.decide("city", members.subList(2, 3));

    // Then
    assertThat(with.map(d -> d.winner().value() + " " + d.rule())).hasValue("London with street");
    assertThat(without.map(d -> d.winner().value())).hasValue("Bath");
  }

  @Test
  void shouldSayWhyEachOfTheOthersLost() {
    // Given
    var decision =
        rules(new SourcePriority(List.of("north", "west")), PlainStrategy.MOST_RECENT)
            .decide("phone", THREE)
            .orElseThrow();
    var south = SurvivorshipRules.candidates("phone", THREE).get(1);

    // When
    var refusal = decision.refusalOf(south).map(Round::step).map(Strategy::word);

    // Then
    assertThat(refusal).hasValue("source-priority");
    assertThat(decision.refusalOf(decision.winner())).isEmpty();
  }

  private static String survivor(Strategy strategy) {
    var decision = rules(strategy).decide("phone", THREE).orElseThrow();
    return decision.winner().value() + " " + decision.rule();
  }

  private static SurvivorshipRules rules(Strategy... steps) {
    return new SurvivorshipRules(Map.of(), FieldRule.of(steps));
  }
}
