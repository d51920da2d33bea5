package io.syncline.connect.avro;

import java.io.IOException;
import org.apache.avro.io.Decoder;
import org.jspecify.annotations.Nullable;

/** Reads the values of one Avro schema as one Connect schema. */
@FunctionalInterface
interface ValueReader {

  /**
   * @return the value as Connect holds it, null only where the schema is optional
   * @throws RuntimeException if the bytes hold no value of the schema
   */
  @Nullable Object read(Decoder in) throws IOException;
}
