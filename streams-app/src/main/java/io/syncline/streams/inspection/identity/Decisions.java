package io.syncline.streams.inspection.identity;

import io.syncline.schemas.Decision;
import io.syncline.schemas.NodeAddress;
import io.syncline.schemas.SourceKey;
import io.syncline.schemas.SourceKeys;
import io.syncline.schemas.Topics;
import io.syncline.streams.kafka.StoreCatalogue;
import io.syncline.streams.kafka.StoreReader;
import io.syncline.streams.kafka.StoreReader.Entry;
import io.syncline.streams.kafka.StoreReader.Page;
import io.syncline.streams.kafka.TopicWriter;
import io.syncline.streams.problem.ErrorCode;
import io.syncline.streams.problem.SynclineException;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** What people say of two records: read from the store, written for the topology to act on. */
@Singleton
public final class Decisions {

  private final StoreReader stores;
  private final TopicWriter topics;
  private final Clock clock;

  Decisions(StoreReader stores, TopicWriter topics, Clock clock) {
    this.stores = stores;
    this.topics = topics;
    this.clock = clock;
  }

  Page<Decision> page(String from, int max) {
    return stores.page(StoreCatalogue.IDENTITY_DECISION, from, max);
  }

  /** What a person said of two records, in order of their texts; empty when nobody spoke. */
  public Optional<DecisionView> find(String one, String other) {
    var id = id(one, other);
    return stores
        .get(StoreCatalogue.IDENTITY_DECISION, id)
        .map(decision -> DecisionView.of(id, decision));
  }

  /** In place of what was said of the same two before. */
  Entry<Decision> decide(DecisionOrder order) {
    var first = address(order.first());
    var second = address(order.second());
    var inOrder = first.getNode().compareTo(second.getNode());
    if (inOrder == 0) {
      throw new SynclineException(
          ErrorCode.ARGUMENT_INVALID, "'one' and 'other' are the same record: give two.");
    }
    var decision =
        Decision.newBuilder()
            .setOne(inOrder < 0 ? first : second)
            .setOther(inOrder < 0 ? second : first)
            .setSame(order.isSame())
            .setBy(order.author())
            .setReason(order.reason())
            .setDecidedAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
            .build();
    var id = id(decision.getOne().getNode(), decision.getOther().getNode());
    topics.put(Topics.DECISION, id, Optional.of(decision));
    return new Entry<>(id, decision);
  }

  void takeBack(String id) {
    if (stores.get(StoreCatalogue.IDENTITY_DECISION, id).isEmpty()) {
      throw new SynclineException(
          ErrorCode.RECORD_NOT_FOUND,
          "There is no decision '%s', or it was taken back. What there is stands at /api/identity/decisions"
              .formatted(id));
    }
    topics.put(Topics.DECISION, id, Optional.<Decision>empty());
  }

  private NodeAddress address(SourceKey record) {
    var name = SourceKeys.text(record);
    return stores
        .get(StoreCatalogue.IDENTITY_NODE, name)
        .map(node -> node.getReport().getNode())
        .orElseThrow(
            () ->
                new SynclineException(
                    ErrorCode.RECORD_NOT_FOUND,
                    "The source record '%s' is not known: it has not come, or is in quarantine. See /api/quarantine/entries/%s"
                        .formatted(name, name)));
  }

  /** Name-based, so that two records have one decision at most, whoever asks. */
  private static String id(String one, String other) {
    return UUID.nameUUIDFromBytes((one + '\u0000' + other).getBytes(StandardCharsets.UTF_8))
        .toString();
  }
}
