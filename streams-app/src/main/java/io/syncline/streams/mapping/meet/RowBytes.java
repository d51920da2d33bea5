package io.syncline.streams.mapping.meet;

import io.syncline.schemas.AvroReader;
import io.syncline.schemas.AvroReader.UnreadableException;
import java.nio.ByteBuffer;
import org.apache.avro.generic.GenericRecord;

/** Bytes of rows that have been read before, as rows again. */
record RowBytes(AvroReader reader) {

  GenericRecord row(ByteBuffer value) {
    var bytes = new byte[value.remaining()];
    value.duplicate().get(bytes);
    try {
      return (GenericRecord) reader.read(bytes).value();
    } catch (UnreadableException e) {
      // A fault of ours, or of the registry: the source stage has read them.
      throw new IllegalStateException("a row that was read once is not readable any more", e);
    }
  }
}
