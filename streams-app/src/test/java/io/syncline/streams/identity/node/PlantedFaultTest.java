package io.syncline.streams.identity.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.schemas.KeyChange;
import io.syncline.schemas.LinkChange;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Membership;
import io.syncline.schemas.Move;
import io.syncline.schemas.NodeReport;
import io.syncline.schemas.Probe;
import io.syncline.schemas.Yield;
import io.syncline.streams.identity.match.MatchRules;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random histories, compared with a batch, find what is wrong with nodes and match keys. */
class PlantedFaultTest {
  private static final int HISTORIES = 100;
  private static final int OPERATIONS = 60;

  /** What is wrong: a kind of message that is lost, or rules that are not kept. */
  enum Fault {
    DELETION_IS_LOST(m -> m instanceof MappedRecord record && record.getFields().isEmpty()),
    KEY_KEEPS_WHO_LEFT(m -> m instanceof KeyChange change && change.getGone()),
    LINK_IS_NOT_TAKEN_BACK(m -> m instanceof LinkChange change && change.getGone()),
    PERSON_IS_NOT_HEARD(m -> m instanceof LinkChange change && isOfPerson(change)),
    OWNER_IS_NOT_ASKED(Probe.class::isInstance),
    YOUNGER_DOES_NOT_YIELD(Yield.class::isInstance),
    NODE_IS_NOT_MOVED(Move.class::isInstance),
    OWNER_IS_NOT_TOLD(NodeReport.class::isInstance),
    NODE_IS_NOT_TOLD(Membership.class::isInstance),
    VETO_IS_IGNORED("  veto: [exact: tax]\n"),
    LIMIT_OF_A_RULE_IS_IGNORED(", limit: 3"),
    LIMIT_OF_CLUSTERS_IS_IGNORED("  max_cluster: 8\n");

    private final Predicate<SpecificRecord> isLost;
    private final Supplier<MatchRules> rules;

    Fault(Predicate<SpecificRecord> isLost) {
      this.isLost = isLost;
      this.rules = NodeRules::ordinary;
    }

    Fault(String ignored) {
      this.isLost = message -> false;
      this.rules = () -> NodeRules.without(ignored);
    }

    private static boolean isOfPerson(LinkChange change) {
      return change.getLink().getEvidence().equals("person");
    }
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void shouldBeFound(Fault fault) {
    // Given
    UnaryOperator<SpecificRecord> network = m -> fault.isLost.test(m) ? null : m;

    // When
    var isFound = histories().anyMatch(seed -> fails(seed, fault.rules.get(), network));

    // Then
    assertThat(isFound).isTrue();
  }

  @Test
  void shouldBeFoundWhereTheLastToComeIsTakenForTheNewest() {
    // When
    var isFound =
        histories().anyMatch(seed -> fails(seed, NodeRules.ordinary(), new ArrivalIsVersion()));

    // Then
    assertThat(isFound).isTrue();
  }

  @Test
  void shouldNotBeFoundWhereThereIsNone() {
    // When
    var isFound =
        histories().anyMatch(seed -> fails(seed, NodeRules.ordinary(), UnaryOperator.identity()));

    // Then
    assertThat(isFound).isFalse();
  }

  private static LongStream histories() {
    return LongStream.range(0, HISTORIES);
  }

  private static boolean fails(long seed, MatchRules rules, UnaryOperator<SpecificRecord> fault) {
    var random = new Random(seed);
    var history = new History(random, new Network(random, rules, fault));
    try {
      history.run(OPERATIONS);
      history.check(NodeRules.ordinary());
      return false;
    } catch (AssertionError e) {
      return true;
    }
  }

  /** A record's version is when it comes. */
  private static final class ArrivalIsVersion implements UnaryOperator<SpecificRecord> {
    private long arrived;

    @Override
    public SpecificRecord apply(SpecificRecord message) {
      if (message instanceof MappedRecord record) {
        record.setVersion(++arrived);
      }
      return message;
    }
  }
}
