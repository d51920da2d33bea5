package io.syncline.streams.source;

import io.syncline.schemas.AvroReader;
import io.syncline.schemas.AvroReader.UnreadableException;
import io.syncline.schemas.Origin;
import io.syncline.schemas.Rejection;
import io.syncline.schemas.SourceRow;
import io.syncline.schemas.Violation;
import java.util.List;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.SerializationException;

/** Decoder of the records of source topics: gives a row, or the rejection of what is none. */
final class RowDecoder {

  private static final String TOPIC_PREFIX = "crm.";

  private final AvroReader reader;

  RowDecoder(AvroReader reader) {
    this.reader = reader;
  }

  /**
   * A {@link SourceRow} or a {@link Rejection}.
   *
   * @throws SerializationException when the registry cannot be asked: a fault, to be tried again
   */
  Object decode(Origin origin) {
    var names = origin.getCoordinates().getTopic().substring(TOPIC_PREFIX.length()).split("\\.", 2);
    var part = "key";
    var key = Optional.<String>empty();
    try {
      key = key(origin);
      if (key.isEmpty()) {
        return rejection(
            names[0],
            key,
            origin,
            "key",
            "the record has no key, or one with an empty column: the connector must publish the row's whole primary key");
      }
      part = "value";
      return row(names, origin, key.get());
    } catch (UnreadableException e) {
      return rejection(
          names[0],
          key,
          origin,
          "encoding",
          "the bytes of its %s cannot be read, %s: publish the row again with the registry's serializer"
              .formatted(part, e.getMessage()));
    }
  }

  private Optional<String> key(Origin origin) throws UnreadableException {
    return origin.getKey().isEmpty()
        ? Optional.empty()
        : RowKey.text(reader.read(origin.getKey().get().array()));
  }

  private Object row(String[] names, Origin origin, String key) throws UnreadableException {
    if (origin.getValue().isEmpty()) {
      return new SourceRow(names[0], names[1], key, Optional.empty(), origin);
    }
    if (reader.read(origin.getValue().get().array()).value() instanceof GenericRecord row) {
      return new SourceRow(names[0], names[1], key, Optional.of(row), origin);
    }
    return rejection(
        names[0],
        Optional.of(key),
        origin,
        "encoding",
        "the value is no record: publish the row with a column for each of its fields");
  }

  private static Rejection rejection(
      String source, Optional<String> key, Origin origin, String rule, String message) {
    return Rejection.newBuilder()
        .setSource(source)
        .setRowKey(key.orElse(null))
        .setStage("source")
        .setViolations(List.of(new Violation(rule, null, message)))
        .setOrigin(origin)
        .build();
  }
}
