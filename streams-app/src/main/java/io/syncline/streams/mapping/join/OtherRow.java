package io.syncline.streams.mapping.join;

import io.syncline.schemas.Coordinates;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;

/**
 * A row of a joined table, decoded.
 *
 * @param key primary key as text
 * @param version milliseconds since 1970, UTC
 * @param coordinates where it stands in the log; empty where that is not known
 */
public record OtherRow(
    String key, long version, Optional<Coordinates> coordinates, GenericRecord value) {}
