package io.syncline.streams.source;

import io.syncline.schemas.Coordinates;
import io.syncline.schemas.Origin;
import io.syncline.schemas.OriginHeader;
import io.syncline.schemas.Rejection;
import io.syncline.schemas.RejectionNames;
import io.syncline.schemas.SourceRow;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Decodes each record where it stands: forwards rows by table and key, and rejections. */
final class DecodeRowProcessor extends ContextualProcessor<byte[], byte[], String, Object> {

  private final RowDecoder decoder;

  DecodeRowProcessor(RowDecoder decoder) {
    this.decoder = decoder;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    var result = decoder.decode(origin(record));
    // The source's headers stay with the origin; downstream topics carry none of them.
    context().forward(new Record<>(keyOf(result), result, record.timestamp()));
  }

  /** The key of what came of a record: of its row, or the name of its rejection. */
  static String keyOf(Object result) {
    return result instanceof SourceRow row
        ? row.source() + "/" + row.table() + "/" + row.key()
        : RejectionNames.of((Rejection) result);
  }

  private Origin origin(Record<byte[], byte[]> record) {
    var at = context().recordMetadata().orElseThrow();
    return Origin.newBuilder()
        .setCoordinates(new Coordinates(at.topic(), at.partition(), at.offset()))
        .setTimestamp(Instant.ofEpochMilli(record.timestamp()))
        .setKey(buffer(record.key()))
        .setValue(buffer(record.value()))
        .setHeaders(headers(record.headers()))
        .build();
  }

  private static List<OriginHeader> headers(Headers headers) {
    var copied = new ArrayList<OriginHeader>();
    headers.forEach(header -> copied.add(new OriginHeader(header.key(), buffer(header.value()))));
    return copied;
  }

  private static @Nullable ByteBuffer buffer(byte @Nullable [] bytes) {
    return bytes == null ? null : ByteBuffer.wrap(bytes);
  }
}
