package io.syncline.connect.jdbc.source.reading.compare;

import java.util.Map;

/** Partition with its offset, as a record carries them. */
public record SourcePoint(Map<String, String> partition, Map<String, String> offset) {}
