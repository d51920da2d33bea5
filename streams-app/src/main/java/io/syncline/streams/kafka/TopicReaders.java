package io.syncline.streams.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Uuid;

/** Plain access to topics, for what reads them outside the topology. */
public interface TopicReaders {

  /**
   * A reader of committed records that belongs to no group; the caller assigns, seeks and closes.
   * It fails on an offset that is no longer there.
   *
   * @param name what its connections are called at the broker
   */
  Consumer<String, byte[]> open(String name);

  /** What is known of these topics, by name. */
  Map<String, Facts> describe(Collection<String> topics);

  /**
   * What is known of a topic.
   *
   * @param id tells it from another topic that bore the same name
   * @param partitions how many there are
   * @param tombstonesKept how long a deletion can still be read
   */
  record Facts(Uuid id, int partitions, Duration tombstonesKept) {}
}
