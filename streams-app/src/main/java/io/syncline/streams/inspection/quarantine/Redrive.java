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

  /** How many records are on their way. */
  long request(RedriveOrder order) {
    var batch = new Batch();
    if (!order.idOrEmpty().isEmpty()) {
      batch.add(records.byId(order.idOrEmpty()));
    } else if (order.filter().takesAll()) {
      throw new SynclineException(
          ErrorCode.ARGUMENT_INVALID,
          "The request names nothing: give 'id', or one or more of 'source', 'entity' and 'rule'.");
    } else {
      records.each(order.filter(), batch::add);
    }
    return batch.sendRest();
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
