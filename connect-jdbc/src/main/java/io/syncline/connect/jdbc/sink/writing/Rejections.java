package io.syncline.connect.jdbc.sink.writing;

import io.syncline.connect.jdbc.sink.row.RejectedRecordException;
import io.syncline.connect.jdbc.table.TableId;
import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Way out for records that cannot become rows. */
public final class Rejections {
  private static final Logger LOG = LoggerFactory.getLogger(Rejections.class);

  private final Optional<ErrantRecordReporter> reporter;

  public Rejections(Optional<ErrantRecordReporter> reporter) {
    this.reporter = reporter;
  }

  /**
   * Puts the record aside.
   *
   * @throws ConnectException when there is no place to put it
   */
  void reject(SinkRecord record, TableId table, String reason) {
    var message =
        "Record %s cannot be written to table %s: %s".formatted(coordinates(record), table, reason);
    if (reporter.isEmpty()) {
      throw new ConnectException(
          message
              + ". Correct the table or the record's source; or let such records pass by with errors.tolerance=all and errors.deadletterqueue.topic.name.");
    }
    LOG.warn(
        "A record was put aside: record={} table={} reason={}", coordinates(record), table, reason);
    reporter.get().report(record, new RejectedRecordException(message));
  }

  private static String coordinates(SinkRecord record) {
    return "%s-%d@%d"
        .formatted(
            record.originalTopic(), record.originalKafkaPartition(), record.originalKafkaOffset());
  }
}
