package io.syncline.streams.identity.node;

import io.syncline.streams.identity.match.MatchRules;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.arbitraries.IntegerArbitrary;

/** Whatever the order of changes and messages, the nodes come to rest at the batch's answer. */
class NodesPropertyTest {
  private static final int OPERATIONS = 80;
  private static final int HISTORIES = 500;

  /** The same histories in each build; another number gives others. */
  private static final String SEED = "4";

  /** Of those that are taken while other rules come. */
  private static final int MOST_STEPS = 500;

  private final MatchRules rules = NodeRules.ordinary();
  private final MatchRules otherRules = NodeRules.others();

  @Provide
  IntegerArbitrary operations() {
    return Arbitraries.integers()
        .between(1, OPERATIONS)
        .withDistribution(RandomDistribution.uniform());
  }

  @Property(tries = HISTORIES, seed = SEED)
  void shouldComeToRestAtTheBatchesAnswer(
      @ForAll long chance, @ForAll("operations") int operations) {
    // Given
    var random = new Random(chance);
    var network = new Network(random, rules);
    var history = new History(random, network);

    // When
    history.run(operations);

    // Then
    history.check(rules);
  }

  @Property(tries = HISTORIES, seed = SEED)
  void shouldComeToTheAnswerOfOtherRules(
      @ForAll long chance, @ForAll("operations") int before, @ForAll("operations") int after) {
    // Given
    var random = new Random(chance);
    var network = new Network(random, rules);
    var history = new History(random, network);
    history.run(random.nextInt(before));
    history.operate();

    // When
    network.changeRules(otherRules);
    history.run(after);

    // Then
    history.check(otherRules);
    network.changeRules(rules);
    history.run(random.nextInt(after));
    history.check(rules);
  }

  @Property(tries = HISTORIES, seed = SEED)
  void shouldComeBackFromRulesThatSomeHadForAMoment(
      @ForAll long chance, @ForAll("operations") int before, @ForAll("operations") int after) {
    // Given
    var random = new Random(chance);
    var network = new Network(random, rules);
    var history = new History(random, network);
    history.run(before);
    network.changeRules(otherRules);
    for (var steps = random.nextInt(MOST_STEPS); steps > 0 && !network.atRest(); steps--) {
      network.deliverOne();
    }

    // When
    network.changeRules(rules);
    history.run(random.nextInt(after));

    // Then
    history.check(rules);
  }
}
