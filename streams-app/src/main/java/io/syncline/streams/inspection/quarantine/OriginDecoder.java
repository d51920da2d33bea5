package io.syncline.streams.inspection.quarantine;

import io.syncline.schemas.AvroReader;
import io.syncline.schemas.AvroReader.UnreadableException;
import io.syncline.schemas.AvroSerdes;
import io.syncline.schemas.AvroValues;
import io.syncline.streams.json.AvroJson;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Decoder of what source connectors wrote, for people to look at. */
@Singleton
final class OriginDecoder {

  private final AvroReader reader;

  OriginDecoder(AvroSerdes serdes) {
    this.reader = serdes.reader();
  }

  /** What the bytes say; empty when they cannot be read, or the registry cannot be asked. */
  Optional<Object> decode(ByteBuffer bytes) {
    var copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    try {
      var decoded = reader.read(copy);
      return Optional.ofNullable(
          decoded.value() instanceof IndexedRecord row
              ? columns(row)
              : value(decoded.schema(), decoded.value()));
    } catch (UnreadableException | SerializationException e) {
      return Optional.empty();
    }
  }

  private static Object columns(IndexedRecord row) {
    var columns = new LinkedHashMap<String, @Nullable Object>();
    for (var field : row.getSchema().getFields()) {
      columns.put(field.name(), value(field.schema(), row.get(field.pos())));
    }
    return columns;
  }

  private static @Nullable Object value(Schema schema, @Nullable Object value) {
    if (value == null || value instanceof Boolean) {
      return value;
    }
    try {
      var plain = AvroValues.plain(schema, value);
      return plain instanceof Long ? plain : AvroValues.text(plain);
    } catch (RuntimeException e) {
      return value instanceof IndexedRecord nested ? AvroJson.of(nested) : value.toString();
    }
  }
}
