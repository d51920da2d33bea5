package io.syncline.schemas;

import java.util.Optional;
import org.apache.avro.generic.GenericRecord;

/**
 * One version of one row of a source table, decoded. Its shape is the source's, so no generated
 * class can hold it; it lives only between the source and the mapping stage.
 *
 * @param source name of the source
 * @param table name of the table, as in its topic's name
 * @param key primary key as text; the parts of a composite key joined by commas
 * @param value the row; empty when it was deleted
 * @param origin the record as it stood on its topic
 */
public record SourceRow(
    String source, String table, String key, Optional<GenericRecord> value, Origin origin) {

  /** Version of the row: milliseconds since 1970, UTC. */
  public long version() {
    return origin.getTimestamp().toEpochMilli();
  }
}
