package io.syncline.streams.delivery.pull;

import io.syncline.schemas.Entity;
import io.syncline.schemas.Topic;
import io.syncline.schemas.Topics;
import io.syncline.streams.problem.ErrorCode;
import io.syncline.streams.problem.SynclineException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reader of the argument `entity`: which topics a request is about. */
final class EntityFilter {

  /** In the order in which a target can apply them. */
  private static final Map<String, Topic<?>> TOPICS = topics();

  private EntityFilter() {}

  static List<Topic<?>> parse(String text) {
    return text.isBlank()
        ? List.copyOf(TOPICS.values())
        : Stream.of(text.split(",", -1))
            .map(String::strip)
            .distinct()
            .<Topic<?>>map(EntityFilter::topic)
            .toList();
  }

  private static Topic<?> topic(String word) {
    var topic = TOPICS.get(word);
    if (topic == null) {
      throw new SynclineException(
          ErrorCode.ARGUMENT_INVALID,
          "entity: '%s' is none of %s".formatted(word, String.join(", ", TOPICS.keySet())));
    }
    return topic;
  }

  private static Map<String, Topic<?>> topics() {
    var topics = new LinkedHashMap<String, Topic<?>>();
    topics.put(Entity.CUSTOMER.word(), Topics.CUSTOMER);
    topics.put(Entity.PRODUCT.word(), Topics.PRODUCT);
    topics.put(Entity.ORDER.word(), Topics.ORDER);
    return topics;
  }
}
