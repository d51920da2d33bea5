package io.syncline.schemas;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Reader of bytes that anybody may have written: says the schema beside the value, and tells bytes
 * that cannot be read from a registry that cannot be asked. Safe for use by several threads.
 */
public final class AvroReader {

  private static final int HEADER_BYTES = 5;
  private static final int NOT_FOUND = 404;

  private final SchemaRegistryClient registry;
  private final Map<Schema, GenericDatumReader<Object>> readers = new ConcurrentHashMap<>();

  AvroReader(SchemaRegistryClient registry) {
    this.registry = registry;
  }

  /** A value and the schema it was written with. */
  public record Decoded(Schema schema, @Nullable Object value) {}

  /** Bytes that are not a value in the registry's format, and never will be. */
  public static final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
      // A verdict on the bytes, not a fault: nobody reads its stack.
      super(message, null, false, false);
    }
  }

  /**
   * The value, with generic records for records.
   *
   * @throws UnreadableException when the bytes are at fault
   * @throws SerializationException when the registry is: the same bytes may be read later
   */
  public Decoded read(byte[] bytes) throws UnreadableException {
    if (bytes.length < HEADER_BYTES || bytes[0] != 0) {
      throw new UnreadableException("they do not begin with the registry's five bytes");
    }
    var schema = schema(ByteBuffer.wrap(bytes, 1, 4).getInt());
    var reader = readers.computeIfAbsent(schema, GenericDatumReader::new);
    var decoder =
        DecoderFactory.get().binaryDecoder(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, null);
    try {
      var value = reader.read(null, decoder);
      if (!decoder.isEnd()) {
        throw new UnreadableException("there are more of them than their schema reads");
      }
      return new Decoded(schema, value);
    } catch (IOException | RuntimeException e) {
      throw new UnreadableException("they do not fit the schema that they name");
    }
  }

  private Schema schema(int id) throws UnreadableException {
    try {
      if (registry.getSchemaById(id) instanceof AvroSchema avro) {
        return avro.rawSchema();
      }
      throw new UnreadableException("schema %d is not of Avro".formatted(id));
    } catch (RestClientException e) {
      if (e.getStatus() == NOT_FOUND) {
        throw new UnreadableException("the registry has no schema %d".formatted(id));
      }
      throw new SerializationException("The registry did not give schema " + id, e);
    } catch (IOException e) {
      throw new SerializationException("The registry cannot be asked for schema " + id, e);
    }
  }
}
