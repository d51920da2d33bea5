package io.syncline.local.bench.identity.arrival;

import io.syncline.local.bench.identity.arrival.Channels.Channel;
import io.syncline.schemas.KeyChange;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.NodeAddress;
import io.syncline.schemas.NodeMessage;
import io.syncline.schemas.SourceKeys;
import io.syncline.streams.identity.match.MatchRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Nodes and match keys in several partitions. Nodes live in their row's partition, keys in that of
 * their text.
 */
final class NodeNetwork {

  private static final int PARTITIONS = 4;
  private static final int MESSAGES_PER_MILLISECOND = 10;

  private final Channels channels;
  private final Published published = new Published();
  private final List<NodePartition> nodes = new ArrayList<>();
  private final List<KeyPartition> keys = new ArrayList<>();

  NodeNetwork(Random random, MatchRules rules) {
    channels = new Channels(random);
    for (int partition = 0; partition < PARTITIONS; partition++) {
      nodes.add(new NodePartition(rules, this::now, new PartitionOutbox(), published));
      keys.add(new KeyPartition(rules, new PartitionOutbox()));
    }
  }

  /** A row's record arrives. */
  void arrive(MappedRecord record) {
    String name = SourceKeys.text(record.getSource());
    NodeAddress address = new NodeAddress(name, partitionOf(name));
    nodes.get(address.getPartition()).record(address, record);
  }

  boolean isAtRest() {
    return channels.isEmpty();
  }

  /** Delivers one of the messages that may come next. */
  void deliverOne() {
    channels.deliverOne();
  }

  /** How many messages have been delivered. */
  long delivered() {
    return channels.delivered();
  }

  Published published() {
    return published;
  }

  /** Time passes as messages are delivered; several nodes may be born at once. */
  private long now() {
    return channels.delivered() / MESSAGES_PER_MILLISECOND;
  }

  private static int partitionOf(String key) {
    return Math.floorMod(key.hashCode(), PARTITIONS);
  }

  private final class PartitionOutbox implements Outbox {

    private final List<Channel> toNodes = channelToEach();
    private final List<Channel> toKeys = channelToEach();

    private List<Channel> channelToEach() {
      return Stream.generate(channels::open).limit(PARTITIONS).toList();
    }

    @Override
    public void send(NodeMessage message) {
      int partition = message.getTo().getPartition();
      toNodes.get(partition).send(() -> nodes.get(partition).receive(message));
    }

    @Override
    public void tell(KeyChange change) {
      int partition = partitionOf(change.getKey());
      toKeys.get(partition).send(() -> keys.get(partition).receive(change));
    }
  }
}
