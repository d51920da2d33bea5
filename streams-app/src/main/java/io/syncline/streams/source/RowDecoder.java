package io.syncline.streams.source;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.syncline.schemas.AvroSerdes;
import io.syncline.schemas.Origin;
import io.syncline.schemas.Rejection;
import io.syncline.schemas.SourceRow;
import io.syncline.schemas.Violation;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/** Decoder of the records of source topics: gives a row, or the rejection of what is none. */
final class RowDecoder {

  private static final String TOPIC_PREFIX = "crm.";
  private static final int SERVER_FAULT = 500;

  private final Deserializer<Object> keys;
  private final Deserializer<Object> values;

  RowDecoder(AvroSerdes serdes) {
    this.keys = serdes.anyKey();
    this.values = serdes.anyValue();
  }

  /**
   * A {@link SourceRow} or a {@link Rejection}.
   *
   * @throws SerializationException when the registry cannot be asked: a fault, to be tried again
   */
  Object decode(Origin origin) {
    var topic = origin.getCoordinates().getTopic();
    var names = topic.substring(TOPIC_PREFIX.length()).split("\\.", 2);
    if (origin.getKey().isEmpty()) {
      return rejection(
          names[0],
          origin,
          "key",
          "the record has no key: the connector must publish the row's primary key");
    }
    try {
      var key = keys.deserialize(topic, origin.getKey().get().array());
      var value = origin.getValue().map(bytes -> values.deserialize(topic, bytes.array()));
      return row(names, origin, key, value);
    } catch (SerializationException e) {
      if (isFault(e)) {
        throw e;
      }
      return rejection(
          names[0],
          origin,
          "encoding",
          "the bytes are not Avro in the registry's format: publish the row again with the registry's serializer");
    }
  }

  private static Object row(String[] names, Origin origin, Object key, Optional<Object> value) {
    if (value.isPresent() && !(value.get() instanceof GenericRecord)) {
      return rejection(
          names[0], origin, "encoding", "the value is a single value, not a row of a table");
    }
    return new SourceRow(
        names[0], names[1], RowKey.text(key), value.map(GenericRecord.class::cast), origin);
  }

  /** Whether the registry could not be reached or failed, so that the same bytes may pass later. */
  private static boolean isFault(SerializationException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof RestClientException rest) {
        return rest.getStatus() >= SERVER_FAULT;
      }
      if (cause instanceof IOException) {
        return !(cause instanceof EOFException);
      }
    }
    return false;
  }

  private static Rejection rejection(String source, Origin origin, String rule, String message) {
    return Rejection.newBuilder()
        .setSource(source)
        .setStage("source")
        .setViolations(List.of(new Violation(rule, null, message)))
        .setOrigin(origin)
        .build();
  }
}
