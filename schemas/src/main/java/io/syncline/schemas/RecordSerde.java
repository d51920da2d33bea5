package io.syncline.schemas;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Serde of a generated class. Confluent's serializers look a schema up for every record, which
 * costs more than the record: this one asks them once per topic, and the registry once per schema.
 * Safe for use by several threads.
 */
final class RecordSerde<V extends SpecificRecord> implements Serde<V> {

  private static final int HEADER_BYTES = 5;

  /** Few records are larger; a buffer that grew for one is let go. */
  private static final int LARGE_BYTES = 1 << 20;

  private final Class<V> type;
  private final SchemaRegistryClient registry;
  private final Serializer<Object> registering;
  private final Map<String, Integer> ids = new ConcurrentHashMap<>();
  private final Map<Integer, DatumReader<V>> readers = new ConcurrentHashMap<>();
  private final SpecificData model;
  private final DatumWriter<V> writer;
  private final ThreadLocal<Buffers> buffers = ThreadLocal.withInitial(Buffers::new);

  /**
   * @param registering writes a record, and registers its schema if need be
   */
  RecordSerde(Class<V> type, SchemaRegistryClient registry, Serializer<Object> registering) {
    this.type = type;
    this.registry = registry;
    this.registering = registering;
    model = SpecificData.getForClass(type);
    writer = new SpecificDatumWriter<>(model.getSchema(type), model);
  }

  /** What a thread uses again. */
  private static final class Buffers {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    private @Nullable BinaryEncoder encoder;
    private @Nullable BinaryDecoder decoder;
  }

  @Override
  public Serializer<V> serializer() {
    return this::write;
  }

  @Override
  public Deserializer<V> deserializer() {
    return this::read;
  }

  private byte @Nullable [] write(String topic, @Nullable V value) {
    if (value == null) {
      return null;
    }
    var id = ids.get(topic);
    if (id == null) {
      var first = registering.serialize(topic, value);
      ids.put(topic, ByteBuffer.wrap(first, 1, HEADER_BYTES - 1).getInt());
      return first;
    }
    var own = buffers.get();
    own.bytes.reset();
    own.bytes.write(0);
    own.bytes.write(id >>> 24);
    own.bytes.write(id >>> 16);
    own.bytes.write(id >>> 8);
    own.bytes.write(id);
    own.encoder = EncoderFactory.get().binaryEncoder(own.bytes, own.encoder);
    try {
      writer.write(value, own.encoder);
      own.encoder.flush();
    } catch (IOException | RuntimeException e) {
      // What it holds of the record would come out with the next one.
      buffers.remove();
      throw new SerializationException("A record for %s cannot be written".formatted(topic), e);
    }
    if (own.bytes.size() > LARGE_BYTES) {
      buffers.remove();
    }
    return own.bytes.toByteArray();
  }

  private @Nullable V read(String topic, byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    if (bytes.length < HEADER_BYTES || bytes[0] != 0) {
      throw new SerializationException(
          "A record of %s does not begin with the registry's five bytes".formatted(topic));
    }
    var reader = reader(ByteBuffer.wrap(bytes, 1, HEADER_BYTES - 1).getInt());
    var own = buffers.get();
    own.decoder =
        DecoderFactory.get()
            .binaryDecoder(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, own.decoder);
    try {
      return reader.read(null, own.decoder);
    } catch (IOException | RuntimeException e) {
      throw new SerializationException("A record of %s cannot be read".formatted(topic), e);
    }
  }

  private DatumReader<V> reader(int id) {
    var known = readers.get(id);
    if (known != null) {
      return known;
    }
    try {
      var written = ((AvroSchema) registry.getSchemaById(id)).rawSchema();
      var reader = new SpecificDatumReader<V>(written, model.getSchema(type), model);
      readers.put(id, reader);
      return reader;
    } catch (IOException | RestClientException e) {
      throw new SerializationException("The registry did not give schema " + id, e);
    }
  }
}
