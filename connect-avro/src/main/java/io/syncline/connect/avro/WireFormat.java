package io.syncline.connect.avro;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Confluent's: a zero, the schema's id in four bytes, the value. */
final class WireFormat {
  static final int HEADER_BYTES = 5;

  private WireFormat() {}

  static boolean hasHeader(byte[] record) {
    return record.length >= HEADER_BYTES && record[0] == 0;
  }

  static int schemaId(byte[] record) {
    return ByteBuffer.wrap(record).getInt(1);
  }

  static byte[] header(byte[] record) {
    return Arrays.copyOf(record, HEADER_BYTES);
  }
}
