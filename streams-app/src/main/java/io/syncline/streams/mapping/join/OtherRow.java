package io.syncline.streams.mapping.join;

import org.apache.avro.generic.GenericRecord;

/**
 * A row of a joined table, decoded.
 *
 * @param key primary key as text
 * @param version milliseconds since 1970, UTC
 */
public record OtherRow(String key, long version, GenericRecord value) {}
