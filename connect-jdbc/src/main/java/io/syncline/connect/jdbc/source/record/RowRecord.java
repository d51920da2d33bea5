package io.syncline.connect.jdbc.source.record;

import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * A row's record, equal to itself alone.
 *
 * <p>Under exactly-once, Connect keeps the records of a transaction in a hash map. By their content
 * they would be compared column by column, and their offsets put together: a third of the worker's
 * work.
 */
public final class RowRecord extends SourceRecord {

  RowRecord(
      Map<String, ?> partition,
      @Nullable Map<String, ?> offset,
      String topic,
      Schema keySchema,
      @Nullable Object key,
      @Nullable Schema valueSchema,
      @Nullable Object value,
      long timestamp) {
    super(
        partition,
        offset,
        topic,
        null,
        keySchema,
        key,
        valueSchema,
        value,
        Math.max(0, Math.min(timestamp, System.currentTimeMillis())));
  }

  /** The same row, as read at another place. */
  public static RowRecord at(Map<String, ?> partition, Map<String, ?> offset, SourceRecord row) {
    return new RowRecord(
        partition,
        offset,
        row.topic(),
        row.keySchema(),
        row.key(),
        row.valueSchema(),
        row.value(),
        row.timestamp());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
