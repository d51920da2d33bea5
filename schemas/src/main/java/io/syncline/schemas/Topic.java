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

  /** What the broker does with old records. */
  public enum Cleanup {
    /** Keeps the last record of each key for ever. */
    COMPACT(Map.of("cleanup.policy", "compact")),
    /** Keeps every record for ever: somebody has to look at each. */
    KEEP(Map.of("cleanup.policy", "delete", "retention.ms", "-1"));

    private final Map<String, String> topicConfig;

    Cleanup(Map<String, String> topicConfig) {
      this.topicConfig = topicConfig;
    }

    /** The topic's configuration, in the broker's words. */
    public Map<String, String> topicConfig() {
      return topicConfig;
    }
  }
}
