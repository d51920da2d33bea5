package io.syncline.connect.avro;

import java.io.IOException;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/** Writes the values of one Connect schema as one Avro schema. */
@FunctionalInterface
interface ValueWriter {

  /**
   * @param value as Connect holds it, null only where the schema is optional
   * @throws RuntimeException if the value is not one of the schema's; part of it may be written
   */
  void write(@Nullable Object value, Encoder out) throws IOException;
}
