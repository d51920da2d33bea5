package io.syncline.streams.survivorship;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.schemas.CustomerFields;
import io.syncline.schemas.MappedRecord;
import io.syncline.streams.survivorship.file.RuleFixture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Promise 2, for every strategy: whatever order records come in, the same value survives. */
class SurvivorshipOrderTest {

  private static final int CLUSTERS = 300;
  private static final List<String> SOURCES = List.of("north", "south", "west");

  static Stream<String> rules() {
    return Stream.of(
        "source-priority: [south, north]",
        "most-recent",
        "most-frequent",
        "longest",
        "non-empty-first",
        "cel: \"value.endsWith('1')\"",
        "cel: \"count * 10 + size(value)\"",
        "cel: \"country.startsWith('A')\"",
        "[most-frequent, longest, {source-priority: [west]}, most-recent]",
        "[{with: street}, longest]");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void shouldNotMatter(String rule) {
    // Given
    var rules = RuleFixture.customers(SOURCES, "phone: " + RuleFixture.item(rule));
    var random = new Random(42);
    var rulesThatDecided = new HashSet<String>();

    for (var cluster = 0; cluster < CLUSTERS; cluster++) {
      var members = members(random);
      var expected = rules.decide("phone", members);
      expected.map(Decision::rule).ifPresent(rulesThatDecided::add);
      var shuffled = new ArrayList<>(members);
      Collections.shuffle(shuffled, random);

      // When
      var actual = rules.decide("phone", shuffled);

      // Then
      assertThat(outcome(actual)).isEqualTo(outcome(expected));
    }
    assertThat(rulesThatDecided).as("the strategy and others decided").hasSizeGreaterThan(1);
  }

  private static Optional<String> outcome(Optional<Decision> decision) {
    return decision.map(d -> d.winner().record() + " " + d.rule());
  }

  /** Few values and versions, so that ties are frequent. */
  private static List<MappedRecord> members(Random random) {
    var members = new ArrayList<MappedRecord>();
    var size = 1 + random.nextInt(6);
    for (var key = 0; key < size; key++) {
      var fields =
          CustomerFields.newBuilder()
              .setPhone(any(random, null, "", "+1", "+2", "+21"))
              .setStreet(any(random, null, null, "Lane", "Road"))
              .setCountry(any(random, null, "AT", "DE"));
      var member =
          Records.of(SOURCES.get(random.nextInt(SOURCES.size())), random.nextInt(3), fields);
      member.getSource().setKey("k" + key);
      members.add(member);
    }
    return members;
  }

  private static String any(Random random, String... values) {
    return values[random.nextInt(values.length)];
  }
}
