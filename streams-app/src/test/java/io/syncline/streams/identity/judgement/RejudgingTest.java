package io.syncline.streams.identity.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.schemas.AvroSerdes;
import io.syncline.schemas.Entity;
import io.syncline.schemas.KeyChange;
import io.syncline.schemas.KeyState;
import io.syncline.schemas.Link;
import io.syncline.schemas.LinkChange;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Node;
import io.syncline.schemas.NodeAddress;
import io.syncline.schemas.NodeMessage;
import io.syncline.schemas.SourceKeys;
import io.syncline.streams.identity.key.KeyProcessor;
import io.syncline.streams.identity.match.MatchRules;
import io.syncline.streams.identity.node.NodeActor;
import io.syncline.streams.identity.node.NodeProcessor;
import io.syncline.streams.kafka.Store;
import io.syncline.streams.kafka.StoreCatalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
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

/** Nodes and keys are judged anew when the match rules have changed, and only then. */
class RejudgingTest {
  private static final int NODES = 450;
  private static final int MOST_STEPS = 10;

  private final AvroSerdes serdes = new AvroSerdes("mock://rejudging");
  private final List<KeyValueStore<String, ?>> stores = new ArrayList<>();
  private KeyValueStore<String, Node> nodes;
  private KeyValueStore<String, KeyState> keys;
  @TempDir private Path folder;

  @BeforeEach
  void openStores() {
    nodes = open(StoreCatalogue.IDENTITY_NODE);
    open(StoreCatalogue.IDENTITY_JUDGEMENT);
    keys = open(StoreCatalogue.IDENTITY_KEY);
    open(StoreCatalogue.IDENTITY_KEY_JUDGEMENT);
    open(StoreCatalogue.IDENTITY_KEY_MEMBER);
    open(StoreCatalogue.IDENTITY_REVIEW);
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

  @Test
  void shouldJudgeEveryKeyByTheRulesThatHold() {
    // Given
    for (var at = 0; at < NODES; at++) {
      keys.put("gone/key-" + at, new KeyState(1L, null, false, "a"));
    }

    // When
    var steps = startKeys("b").walk();

    // Then
    assertThat(rulesOfKeys()).containsExactly("b");
    assertThat(steps).isEqualTo(3);
    assertThat(startKeys("b").walk()).isZero();
  }

  @Test
  void shouldJudgeAKeyAgainThatWasToldOfAChangeUnderOtherRules() {
    // Given
    startKeys("a").walk();
    tell("b");

    // When
    startKeys("a").walk();

    // Then
    assertThat(rulesOfKeys()).containsExactly("a");
  }

  /** A key is told of a node; nobody walks. */
  private void tell(String rules) {
    var processor = new KeyProcessor(new MatchRules(List.of(), rules));
    processor.init(context());
    var change = new KeyChange("gone/key", new NodeAddress("north", 0), Map.of(), false);
    processor.process(new Record<>(change.getKey(), change, 1));
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
    return rules(nodes, Node::getRules);
  }

  private Set<String> rulesOfKeys() {
    return rules(keys, KeyState::getRules);
  }

  private static <V> Set<String> rules(KeyValueStore<String, V> store, Function<V, String> rules) {
    var found = new HashSet<String>();
    try (var all = store.all()) {
      all.forEachRemaining(entry -> found.add(rules.apply(entry.value)));
    }
    return found;
  }

  private Start startKeys(String rules) {
    var context = this.<NodeMessage>context();
    new KeyProcessor(new MatchRules(List.of(), rules)).init(context);
    return new Start(context);
  }

  private Start start(String rules) {
    var context = this.<SpecificRecord>context();
    NodeProcessor<MappedRecord> processor =
        NodeProcessor.ofRecords(new MatchRules(List.of(), rules));
    processor.init(context);
    return new Start(context);
  }

  private <V> MockProcessorContext<String, V> context() {
    var context =
        new MockProcessorContext<String, V>(new Properties(), new TaskId(0, 0), folder.toFile());
    context.setCurrentSystemTimeMs(1);
    stores.forEach(context::addStateStore);
    return context;
  }

  /** An application that was started. */
  private record Start(MockProcessorContext<String, ?> context) {

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
