package io.syncline.streams.identity.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.schemas.AvroSerdes;
import io.syncline.schemas.Entity;
import io.syncline.schemas.Link;
import io.syncline.schemas.LinkChange;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Node;
import io.syncline.schemas.NodeAddress;
import io.syncline.schemas.NodeMessage;
import io.syncline.schemas.SourceKeys;
import io.syncline.streams.identity.match.MatchRules;
import io.syncline.streams.kafka.Store;
import io.syncline.streams.kafka.StoreCatalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes are judged anew when the match rules have changed, and only then. */
class RejudgingTest {
  private static final int NODES = 450;
  private static final int MOST_STEPS = 10;

  private final AvroSerdes serdes = new AvroSerdes("mock://rejudging");
  private final List<KeyValueStore<String, ?>> stores = new ArrayList<>();
  private KeyValueStore<String, Node> nodes;
  @TempDir private Path folder;

  @BeforeEach
  void openStores() {
    nodes = open(StoreCatalogue.IDENTITY_NODE);
    open(StoreCatalogue.IDENTITY_JUDGEMENT);
    for (var at = 0; at < NODES; at++) {
      var name = SourceKeys.text(Entity.CUSTOMER.of("north", "key-" + at));
      nodes.put(name, NodeActor.unborn(new NodeAddress(name, 0), 1));
    }
  }

  @Test
  void shouldJudgeEveryNodeByTheRulesThatHold() {
    // When
    var steps = start("a").walk();

    // Then
    assertThat(rulesOfNodes()).containsExactly("a");
    assertThat(steps).isEqualTo(3);
  }

  @Test
  void shouldLookAtNoneWhereAllWereJudgedByTheseRules() {
    start("a").walk();
    assertThat(start("a").walk()).isZero();
  }

  @Test
  void shouldJudgeAllAgainAfterRulesThatHeldForAMoment() {
    // Given
    start("a").walk();
    start("b").walk(1);
    assertThat(rulesOfNodes()).containsExactlyInAnyOrder("a", "b");

    // When
    start("a").walk();

    // Then
    assertThat(rulesOfNodes()).containsExactly("a");
  }

  @Test
  void shouldJudgeAgainWhatHeardAMessageUnderOtherRules() {
    // Given
    start("a").walk();
    hear("b");

    // When
    var steps = start("a").walk();

    // Then
    assertThat(steps).isEqualTo(3);
  }

  /** A node is told of a link that is no more; nobody walks. */
  private void hear(String rules) {
    var node = new NodeAddress(SourceKeys.text(Entity.CUSTOMER.of("north", "key-0")), 0);
    var gone = new LinkChange(new Link(node, "email/a", 1.0, true), true);
    NodeProcessor<NodeMessage> processor =
        NodeProcessor.ofMessages(new MatchRules(List.of(), rules));
    processor.init(context());
    processor.process(new Record<>(node.getNode(), new NodeMessage(node, gone), 1));
  }

  private Set<String> rulesOfNodes() {
    var rules = new HashSet<String>();
    try (var all = nodes.all()) {
      all.forEachRemaining(entry -> rules.add(entry.value.getRules()));
    }
    return rules;
  }

  private Start start(String rules) {
    var context = context();
    NodeProcessor<MappedRecord> processor =
        NodeProcessor.ofRecords(new MatchRules(List.of(), rules));
    processor.init(context);
    return new Start(context);
  }

  private MockProcessorContext<String, SpecificRecord> context() {
    var context =
        new MockProcessorContext<String, SpecificRecord>(
            new Properties(), new TaskId(0, 0), folder.toFile());
    context.setCurrentSystemTimeMs(1);
    stores.forEach(context::addStateStore);
    return context;
  }

  /** An application that was started. */
  private record Start(MockProcessorContext<String, SpecificRecord> context) {

    /** Returns after how many steps it looked no further. */
    int walk() {
      return walk(MOST_STEPS);
    }

    int walk(int most) {
      var steps = 0;
      for (var walk : context.scheduledPunctuators()) {
        while (!walk.cancelled() && steps < most) {
          walk.getPunctuator().punctuate(0);
          steps++;
        }
      }
      return steps;
    }
  }

  private <V extends SpecificRecord> KeyValueStore<String, V> open(Store<V> store) {
    var opened =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(store.name()),
                Serdes.String(),
                serdes.of(store.type()))
            .withLoggingDisabled()
            .build();
    var context = new MockProcessorContext<>(new Properties(), new TaskId(0, 0), folder.toFile());
    opened.init(context.getStateStoreContext(), opened);
    stores.add(opened);
    return opened;
  }
}
