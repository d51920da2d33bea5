package io.syncline.streams.delivery.pull;

import io.syncline.streams.kafka.TopicReaders;
import io.syncline.streams.problem.ErrorCode;
import io.syncline.streams.problem.SynclineException;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** The readers of the process: few, opened when needed, kept for the next request. */
@Singleton
final class ChangeReaders {

  private final TopicReaders topics;
  private final PullConfig config;
  private final Deque<ChangeReader> idle = new ArrayDeque<>();
  private int open;
  private boolean closed;

  ChangeReaders(TopicReaders topics, PullConfig config) {
    this.topics = topics;
    this.config = config;
  }

  /** Works with a reader, with one that stands at these positions where there is one. */
  <A> A use(Map<TopicPartition, Long> positions, Function<ChangeReader, A> work) {
    var reader = lease(positions);
    try {
      var answer = work.apply(reader);
      giveBack(reader);
      return answer;
    } catch (KafkaException e) {
      discard(reader);
      throw new SynclineException(
          ErrorCode.BROKER_UNREACHABLE, "The canonical topics cannot be read now.", e);
    } catch (RuntimeException e) {
      discard(reader);
      throw e;
    }
  }

  private synchronized ChangeReader lease(Map<TopicPartition, Long> positions) {
    var standing = idle.stream().filter(reader -> reader.standsAt(positions)).findFirst();
    if (standing.isPresent()) {
      idle.remove(standing.get());
      return standing.get();
    }
    if (open < config.readers()) {
      open++;
      return new ChangeReader(topics.open("change-feed-" + open));
    }
    if (idle.isEmpty()) {
      throw new SynclineException(
          ErrorCode.TOO_MANY_READERS,
          "All %d readers wait for changes. syncline.pull.readers allows more, or ask with a shorter wait."
              .formatted(open));
    }
    return idle.remove();
  }

  private synchronized void giveBack(ChangeReader reader) {
    if (closed) {
      discard(reader);
    } else {
      idle.add(reader);
    }
  }

  private synchronized void discard(ChangeReader reader) {
    open--;
    reader.close();
  }

  /** Readers at work close when they are given back. */
  @PreDestroy
  synchronized void close() {
    closed = true;
    idle.forEach(ChangeReader::close);
    idle.clear();
  }
}
