package io.syncline.streams.identity.node;

import io.syncline.schemas.Cluster;
import io.syncline.schemas.ClusterEvent;
import io.syncline.schemas.KeyChange;
import io.syncline.schemas.LinkChange;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Node;
import io.syncline.schemas.NodeAddress;
import io.syncline.schemas.Review;
import io.syncline.schemas.SourceKeys;
import io.syncline.streams.identity.group.ClusterRule;
import io.syncline.streams.identity.key.KeyActor;
import io.syncline.streams.identity.key.MatchKeys;
import io.syncline.streams.identity.match.MatchRules;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Nodes and keys, and messages between them that keep their order from one to another only. */
final class Network {
  private static final int PARTITIONS = 4;
  private static final String KEY = "key ";

  private record Channel(String from, String to) {}

  private final Random random;
  private final UnaryOperator<SpecificRecord> fault;
  private final List<MatchRules> rules;
  private final Map<String, Node> nodes = new TreeMap<>();
  private final KeptKeys keys = new KeptKeys();
  private final Map<String, Optional<String>> redirects = new TreeMap<>();
  private final Deque<Integer> unmoved = new ArrayDeque<>();
  private final Deque<String> outdated = new ArrayDeque<>();
  private final Map<Channel, Deque<SpecificRecord>> channels = new LinkedHashMap<>();
  private final Map<String, String> references = new TreeMap<>();
  private final Map<String, Cluster> clusters = new TreeMap<>();
  private MatchRules others;
  private long delivered;

  Network(Random random, MatchRules rules) {
    this(random, rules, UnaryOperator.identity());
  }

  /**
   * @param fault what becomes of a message; null where it is lost
   */
  Network(Random random, MatchRules rules, UnaryOperator<SpecificRecord> fault) {
    this.random = random;
    this.fault = fault;
    this.rules = new ArrayList<>(Collections.nCopies(PARTITIONS, rules));
  }

  /**
   * From now on partitions move, one after the other, to where other rules hold, as instances are
   * restarted; there nodes and keys are judged anew one by one.
   */
  void changeRules(MatchRules others) {
    this.others = others;
    var partitions = IntStream.range(0, PARTITIONS).boxed().collect(Collectors.toList());
    Collections.shuffle(partitions, random);
    unmoved.clear();
    unmoved.addAll(partitions);
  }

  private void move(int partition) {
    if (rules.set(partition, others) == others) {
      return;
    }
    Stream.concat(nodes.keySet().stream(), keys.names().map(KEY::concat))
        .filter(name -> partition(name) == partition)
        .forEach(outdated::add);
  }

  private static int partition(String name) {
    return Math.floorMod(name.hashCode(), PARTITIONS);
  }

  private MatchRules rules(String name) {
    return rules.get(partition(name));
  }

  /** Canonical ids that were published, by source record. */
  Map<String, String> references() {
    return references;
  }

  /** Clusters that were published and have members, by canonical id. */
  Map<String, Cluster> clusters() {
    return clusters;
  }

  /** Where each id leads under which something was ever published. */
  Map<String, Optional<String>> redirects() {
    return redirects;
  }

  long delivered() {
    return delivered;
  }

  boolean atRest() {
    return isIdle() && unmoved.isEmpty();
  }

  /** What a person is asked. */
  Set<Review> reviews() {
    return keys.reviews();
  }

  /** Versions may overtake one another. */
  void record(MappedRecord record) {
    send("version " + record.getVersion(), SourceKeys.text(record.getSource()), record);
  }

  void person(String one, String other, double strength, boolean gone) {
    for (var ends : List.of(List.of(one, other), List.of(other, one))) {
      var link = new io.syncline.schemas.Link(address(ends.get(1)), "person", strength, false);
      send("world", ends.get(0), new LinkChange(link, gone));
    }
  }

  void deliverOne() {
    if (!unmoved.isEmpty() && (isIdle() || random.nextInt(50) == 0)) {
      move(unmoved.remove());
    } else if (!outdated.isEmpty() && (channels.isEmpty() || random.nextInt(10) == 0)) {
      judgeAnew(outdated.remove());
    } else {
      deliverOneMessage();
    }
  }

  private boolean isIdle() {
    return channels.isEmpty() && outdated.isEmpty();
  }

  private void deliverOneMessage() {
    var waiting = new ArrayList<>(channels.keySet());
    var channel = waiting.get(random.nextInt(waiting.size()));
    var messages = channels.get(channel);
    var message = fault.apply(messages.remove());
    if (messages.isEmpty()) {
      channels.remove(channel);
    }
    delivered++;
    if (message instanceof KeyChange change) {
      key(change.getKey()).receive(change);
    } else if (message != null) {
      deliver(channel.to(), message);
    }
  }

  private KeyActor key(String key) {
    var name = KEY + key;
    return new KeyActor(keys, rules(name), (to, content) -> send(name, to.getNode(), content));
  }

  private void deliver(String name, SpecificRecord message) {
    var known = nodes.get(name);
    if (known == null) {
      var birth = message instanceof MappedRecord record ? record.getVersion() : 0;
      known = NodeActor.unborn(address(name), birth);
    }
    var actor = actor(name, known);
    dispatch(actor, message);
    nodes.put(name, copy(actor.node()));
  }

  private void judgeAnew(String name) {
    if (name.startsWith(KEY)) {
      key(name.substring(KEY.length())).judgeAnew(name.substring(KEY.length()));
      return;
    }
    var actor = actor(name, nodes.get(name));
    actor.judgeAnew();
    nodes.put(name, copy(actor.node()));
  }

  private NodeActor actor(String name, Node node) {
    var held = rules(name);
    return new NodeActor(copy(node), post(name), new MatchKeys(held), new ClusterRule(held));
  }

  private static void dispatch(NodeActor actor, SpecificRecord message) {
    if (message instanceof MappedRecord record) {
      actor.record(record);
    } else {
      actor.receive(message);
    }
  }

  private Post post(String name) {
    return new Post() {
      @Override
      public void send(NodeAddress to, Object content) {
        Network.this.send(name, to.getNode(), content);
      }

      @Override
      public void tell(KeyChange change) {
        Network.this.send(name, KEY + change.getKey(), change);
      }

      @Override
      public void publishReference(Optional<String> canonicalId) {
        canonicalId.ifPresentOrElse(id -> references.put(name, id), () -> references.remove(name));
      }

      @Override
      public void publishCluster(Cluster cluster) {
        if (cluster.getMembers().isEmpty()) {
          clusters.remove(cluster.getId());
        } else {
          clusters.put(cluster.getId(), copy(cluster));
        }
        redirects.put(cluster.getId(), cluster.getRedirect());
      }

      @Override
      public void publishEvent(ClusterEvent event) {
        // What follows from events is what is published beside them.
      }
    };
  }

  private void send(String from, String to, Object content) {
    channels
        .computeIfAbsent(new Channel(from, to), channel -> new ArrayDeque<>())
        .add(copy((SpecificRecord) content));
  }

  private static NodeAddress address(String name) {
    return new NodeAddress(name, 0);
  }

  /** As what was written and read again. */
  static <T extends SpecificRecord> T copy(T record) {
    return SpecificData.get().deepCopy(record.getSchema(), record);
  }
}
