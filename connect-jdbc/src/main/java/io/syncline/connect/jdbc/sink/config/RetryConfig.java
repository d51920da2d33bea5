package io.syncline.connect.jdbc.sink.config;

import io.syncline.connect.jdbc.config.KeyGroup;
import java.time.Duration;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;

/**
 * How long faults that may pass are borne.
 *
 * @param backoff wait before the first retry; doubles up to a minute
 */
public record RetryConfig(int retries, Duration backoff) {
  static final String RETRIES = "max.retries";
  static final String BACKOFF = "retry.backoff.ms";

  static void define(ConfigDef definition) {
    new KeyGroup(definition, "Retries")
        .optional(
            RETRIES,
            Type.INT,
            10,
            Range.atLeast(0),
            "Retries in a row after a deadlock, lock timeout or lost connection; then the task"
                + " fails.")
        .optional(
            BACKOFF,
            Type.LONG,
            3_000L,
            Range.atLeast(1),
            "Wait before the first retry, in milliseconds; it doubles with each, up to a minute.");
  }

  static RetryConfig from(AbstractConfig config) {
    return new RetryConfig(config.getInt(RETRIES), Duration.ofMillis(config.getLong(BACKOFF)));
  }
}
