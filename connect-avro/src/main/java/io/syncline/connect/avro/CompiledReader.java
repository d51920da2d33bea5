package io.syncline.connect.avro;

import java.io.IOException;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of one schema from one topic.
 *
 * @param schema that Confluent's converter made of the registered one, with its version
 */
record CompiledReader(Schema schema, ValueReader values) {

  /**
   * @param record as it stands in the topic
   * @param first what Confluent's converter read in it
   * @throws NotCompiledException also if another value would be read
   */
  static CompiledReader compile(PlainSchemas schemas, byte[] record, SchemaAndValue first)
      throws NotCompiledException {
    if (first.schema() == null) {
      throw new NotCompiledException("it has no schema of Connect");
    }
    var avro = schemas.get(WireFormat.schemaId(record));
    var reader = new CompiledReader(first.schema(), ValueReaders.compile(first.schema(), avro));
    if (!first.equals(reader.read(record))) {
      throw new NotCompiledException("another value is read in its first record");
    }
    return reader;
  }

  /**
   * @return null if these are no bytes of the schema: Confluent's converter says why
   */
  @Nullable SchemaAndValue read(byte[] record) {
    int length = record.length - WireFormat.HEADER_BYTES;
    try {
      var decoder =
          DecoderFactory.get().binaryDecoder(record, WireFormat.HEADER_BYTES, length, null);
      return new SchemaAndValue(schema, values.read(decoder));
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }
}
