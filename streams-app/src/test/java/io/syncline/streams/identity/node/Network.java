package io.syncline.streams.identity.node;

import io.syncline.schemas.Cluster;
import io.syncline.schemas.KeyChange;
import io.syncline.schemas.KeyState;
import io.syncline.schemas.LinkChange;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Node;
import io.syncline.schemas.NodeAddress;
import io.syncline.schemas.SourceKeys;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Nodes and keys, and messages between them that keep their order from one to another only. */
final class Network {
  private record Channel(String from, String to) {}

  private final Random random;
  private final MatchKeys matchKeys;
  private final ClusterRule rule;
  private final int limit;
  private final Map<String, Node> nodes = new TreeMap<>();
  private final Map<String, KeyState> keys = new TreeMap<>();
  private final Map<String, Map<String, NodeAddress>> members = new TreeMap<>();
  private final Map<Channel, Deque<SpecificRecord>> channels = new LinkedHashMap<>();
  private final Map<String, String> references = new TreeMap<>();
  private final Map<String, Cluster> clusters = new TreeMap<>();
  private long delivered;

  Network(Random random, MatchKeys matchKeys, ClusterRule rule, int limit) {
    this.random = random;
    this.matchKeys = matchKeys;
    this.rule = rule;
    this.limit = limit;
  }

  /** Canonical ids that were published, by source record. */
  Map<String, String> references() {
    return references;
  }

  /** Clusters that were published and have members, by canonical id. */
  Map<String, Cluster> clusters() {
    return clusters;
  }

  long delivered() {
    return delivered;
  }

  boolean atRest() {
    return channels.isEmpty();
  }

  void record(MappedRecord record) {
    send("world", SourceKeys.text(record.getSource()), record);
  }

  void person(String one, String other, double strength, boolean gone) {
    for (var ends : List.of(List.of(one, other), List.of(other, one))) {
      var link = new io.syncline.schemas.Link(address(ends.get(1)), "person", strength, false);
      send("world", ends.get(0), new LinkChange(link, gone));
    }
  }

  void deliverOne() {
    var waiting = new ArrayList<>(channels.keySet());
    var channel = waiting.get(random.nextInt(waiting.size()));
    var messages = channels.get(channel);
    var message = messages.remove();
    if (messages.isEmpty()) {
      channels.remove(channel);
    }
    delivered++;
    if (message instanceof KeyChange change) {
      var post =
          (java.util.function.BiConsumer<NodeAddress, Object>)
              (to, content) -> send("key " + change.getKey(), to.getNode(), content);
      new KeyActor(store(), limit, post).receive(change);
    } else {
      deliver(channel.to(), message);
    }
  }

  private void deliver(String name, SpecificRecord message) {
    var known = nodes.get(name);
    if (known == null) {
      var birth = message instanceof MappedRecord record ? record.getVersion() : 0;
      known = NodeActor.unborn(address(name), birth);
    }
    var actor = new NodeActor(copy(known), post(name), matchKeys, rule);
    dispatch(actor, message);
    nodes.put(name, copy(actor.node()));
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
        Network.this.send(name, "key " + change.getKey(), change);
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
      }
    };
  }

  private void send(String from, String to, Object content) {
    channels
        .computeIfAbsent(new Channel(from, to), channel -> new ArrayDeque<>())
        .add(copy((SpecificRecord) content));
  }

  private KeyMembers store() {
    return new KeyMembers() {
      @Override
      public Optional<KeyState> state(String key) {
        return Optional.ofNullable(keys.get(key));
      }

      @Override
      public void keep(String key, KeyState state) {
        keys.put(key, state);
      }

      @Override
      public boolean has(String key, String node) {
        return members.getOrDefault(key, Map.of()).containsKey(node);
      }

      @Override
      public void add(String key, NodeAddress node) {
        members.computeIfAbsent(key, it -> new TreeMap<>()).put(node.getNode(), node);
      }

      @Override
      public void remove(String key, String node) {
        members.get(key).remove(node);
      }

      @Override
      public List<NodeAddress> nodes(String key, int max) {
        return members.get(key).values().stream().limit(max).toList();
      }
    };
  }

  private static NodeAddress address(String name) {
    return new NodeAddress(name, 0);
  }

  private static <T extends SpecificRecord> T copy(T record) {
    return SpecificData.get().deepCopy(record.getSchema(), record);
  }
}
