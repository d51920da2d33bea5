package io.syncline.connect.jdbc.source.config;

import io.syncline.connect.jdbc.config.KeyGroup;
import java.time.Duration;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;

/**
 * How often and how much to read.
 *
 * @param interval pause after a table was read to its end
 * @param rows most rows of one page
 * @param bytes of rows that end a page
 */
public record PollConfig(Duration interval, int rows, long bytes) {
  static final String INTERVAL = "poll.interval.ms";
  static final String ROWS = "batch.max.rows";
  static final String BYTES = "batch.max.bytes";

  static void define(ConfigDef definition) {
    new KeyGroup(definition, "Polling")
        .optional(
            INTERVAL,
            Type.LONG,
            5_000L,
            Range.atLeast(1),
            "Pause before a table that was read to its end is asked again, in milliseconds.")
        .optional(ROWS, Type.INT, 1_000, Range.between(1, 1_000_000), "Most rows read at a time.")
        .optional(
            BYTES,
            Type.LONG,
            16_777_216L,
            Range.atLeast(1),
            "Bytes of rows, as estimated, after which no more are read at a time.");
  }

  static PollConfig from(AbstractConfig config) {
    return new PollConfig(
        Duration.ofMillis(config.getLong(INTERVAL)), config.getInt(ROWS), config.getLong(BYTES));
  }
}
