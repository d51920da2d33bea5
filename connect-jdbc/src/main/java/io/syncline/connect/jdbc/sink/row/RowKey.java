package io.syncline.connect.jdbc.sink.row;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.connect.sink.SinkRecord;

/** Primary key of a row, equal to another when its values are. */
public record RowKey(List<Object> values) {

  /** Stands for the key of a row that has none: no two records share it. */
  static RowKey none(SinkRecord record) {
    return new RowKey(List.of(record.topic(), record.kafkaPartition(), record.kafkaOffset()));
  }

  static RowKey of(Object[] cells, int count) {
    return new RowKey(Arrays.stream(cells).limit(count).map(RowKey::comparable).toList());
  }

  private static Object comparable(Object cell) {
    return cell instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : cell;
  }
}
