package io.syncline.streams.delivery.pull.cursor;

import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/**
 * How far a reader has come.
 *
 * @param topics the topics it has read
 * @param positions the next offset of each partition it has read
 */
public record Cursor(Map<String, Mark> topics, Map<TopicPartition, Long> positions) {

  /**
   * What is remembered of a topic.
   *
   * @param id tells it from another topic that bore the same name: the offsets are not that one's
   * @param caughtUpAt when the reader last knew all of it, or began
   */
  public record Mark(Uuid id, Instant caughtUpAt) {}

  /** The cursor of a reader who begins. */
  public static Cursor beginning() {
    return new Cursor(Map.of(), Map.of());
  }
}
