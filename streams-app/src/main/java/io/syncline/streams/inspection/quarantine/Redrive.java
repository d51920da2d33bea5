package io.syncline.streams.inspection.quarantine;

import io.syncline.schemas.Quarantined;
import io.syncline.schemas.RedriveRequest;
import io.syncline.schemas.Topics;
import io.syncline.streams.kafka.TopicWriter;
import io.syncline.streams.problem.ErrorCode;
import io.syncline.streams.problem.SynclineException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Requests to the topology to try records again, each sent to the partition that holds them. The
 * topology looks them up when it comes to the request, so nothing here can be out of date.
 */
@Singleton
final class Redrive {

  /** So that no request keeps a partition busy for long. */
  private static final int IDS_A_REQUEST = 200;

  private final QuarantinedRecords records;
  private final TopicWriter topics;

  Redrive(QuarantinedRecords records, TopicWriter topics) {
    this.records = records;
    this.topics = topics;
  }

  /** How many records are on their way; never none, which would look like success. */
  long request(RedriveOrder order) {
    requireSense(order);
    var batch = new Batch();
    if (!order.idOrEmpty().isEmpty()) {
      batch.add(records.byId(order.idOrEmpty()));
    } else {
      records.each(order.filter(), batch::add);
    }
    var sent = batch.sendRest();
    if (sent == 0) {
      throw new SynclineException(
          ErrorCode.RECORD_NOT_FOUND, new Absence(order.filter(), records.causes()).reason());
    }
    return sent;
  }

  /** An order must say what it means, in one way. */
  private static void requireSense(RedriveOrder order) {
    if (order.idOrEmpty().isEmpty() == order.filter().takesAll()) {
      throw new SynclineException(
          ErrorCode.ARGUMENT_INVALID,
          "The request names %s: give 'id' alone, or one or more of 'source', 'entity', 'stage', 'rule', 'field' and 'message'."
              .formatted(order.idOrEmpty().isEmpty() ? "nothing" : "one record and a cause"));
    }
  }

  /** Ids on their way to their partitions. */
  private final class Batch {

    private final Map<Integer, List<String>> waiting = new TreeMap<>();
    private long sent;

    void add(Quarantined entry) {
      var partition = entry.getRejection().getOrigin().getCoordinates().getPartition();
      var ids = waiting.computeIfAbsent(partition, none -> new ArrayList<>());
      ids.add(entry.getId());
      if (ids.size() == IDS_A_REQUEST) {
        send(partition, ids);
      }
    }

    long sendRest() {
      waiting.forEach(this::send);
      return sent;
    }

    private void send(int partition, List<String> ids) {
      if (!ids.isEmpty()) {
        topics.append(Topics.REDRIVE, partition, List.of(new RedriveRequest(List.copyOf(ids))));
        sent += ids.size();
        ids.clear();
      }
    }
  }
}
