package io.syncline.schemas;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * A topic of ours: text keys, Avro values.
 *
 * @param name name of the topic
 * @param type class of its values
 * @param cleanup what the broker does with old records
 */
public record Topic<V extends SpecificRecord>(String name, Class<V> type, Cleanup cleanup) {

  /** The largest batch that topics of ours take. */
  public static final int MAX_MESSAGE_BYTES = 16 * 1024 * 1024;

  /** What the broker does with old records. */
  public enum Cleanup {
    /** Keeps the last record of each key for ever. */
    COMPACT("compact"),
    /** Keeps every record for ever: somebody has to look at each. */
    KEEP("delete");

    private final String policy;

    Cleanup(String policy) {
      this.policy = policy;
    }

    /** The topic's configuration, in the broker's words. */
    public Map<String, String> topicConfig() {
      return Map.of(
          "cleanup.policy",
          policy,
          "retention.ms",
          "-1",
          // The time of a record is the version of a row: a source's clock may well be ahead.
          "message.timestamp.after.max.ms",
          String.valueOf(Long.MAX_VALUE),
          // A rejection holds the row as it stood and more; an order, all of its lines.
          "max.message.bytes",
          String.valueOf(MAX_MESSAGE_BYTES));
    }
  }
}
