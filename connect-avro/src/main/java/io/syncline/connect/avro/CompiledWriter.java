package io.syncline.connect.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Writes the records of one schema into one topic.
 *
 * @param header that Confluent's serializer gave the schema's first record
 */
record CompiledWriter(byte[] header, ValueWriter values) {
  private static final int USUAL_BYTES = 256;

  /**
   * @param first a record as Confluent's converter wrote it
   * @param value what it holds
   * @throws NotCompiledException also if the same value would be written in other bytes
   */
  static CompiledWriter compile(PlainSchemas schemas, Schema schema, Object value, byte[] first)
      throws NotCompiledException {
    var avro = schemas.get(WireFormat.schemaId(first));
    var writer = new CompiledWriter(WireFormat.header(first), ValueWriters.compile(schema, avro));
    if (!Arrays.equals(writer.write(value), first)) {
      throw new NotCompiledException("its first record has other bytes");
    }
    return writer;
  }

  /**
   * @return null if this is no value of the schema: Confluent's converter says why
   */
  byte @Nullable [] write(Object value) {
    var bytes = new ByteArrayOutputStream(USUAL_BYTES);
    bytes.writeBytes(header);
    try {
      var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
      values.write(value, encoder);
      encoder.flush();
      return bytes.toByteArray();
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }
}
