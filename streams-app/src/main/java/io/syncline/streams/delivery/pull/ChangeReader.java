package io.syncline.streams.delivery.pull;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

/**
 * A reader of canonical topics, used by one request at a time. It remembers where it stopped and
 * what it has fetched beyond, so that the request which goes on from there pays for no seek.
 */
final class ChangeReader implements AutoCloseable {

  private static final Duration LONGEST_POLL = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Consumer<String, byte[]> consumer;
  private final Deque<ConsumerRecord<String, byte[]>> fetched = new ArrayDeque<>();
  private Map<TopicPartition, Long> positions = Map.of();

  ChangeReader(Consumer<String, byte[]> consumer) {
    this.consumer = consumer;
  }

  /**
   * What was read.
   *
   * @param positions where to go on
   * @param more true when there is more to read at once
   * @param truncated true when a position was no longer there, and its partition was begun anew
   */
  record Batch(
      List<ConsumerRecord<String, byte[]>> records,
      Map<TopicPartition, Long> positions,
      boolean more,
      boolean truncated) {}

  /** True when this reader stands exactly there. */
  boolean standsAt(Map<TopicPartition, Long> wanted) {
    return positions.equals(wanted);
  }

  /**
   * Reads on, each partition in order.
   *
   * @param from the position in each partition; a partition without one is read from its beginning
   * @param wait how long to wait for a first record
   */
  Batch read(
      Set<TopicPartition> partitions, Map<TopicPartition, Long> from, int max, Duration wait) {
    resume(partitions, from);
    // Under read_committed, the ends of what is committed.
    var ends = consumer.endOffsets(partitions);
    var truncated = fetch(ends, max, wait);
    var records = new ArrayList<ConsumerRecord<String, byte[]>>();
    while (records.size() < max && !fetched.isEmpty()) {
      records.add(fetched.remove());
    }
    positions = standing();
    return new Batch(records, positions, !fetched.isEmpty() || behind(ends), truncated);
  }

  private void resume(Set<TopicPartition> partitions, Map<TopicPartition, Long> from) {
    if (standsAt(from) && consumer.assignment().equals(partitions)) {
      return;
    }
    fetched.clear();
    consumer.assign(partitions);
    begin(partitions, partition -> !from.containsKey(partition));
    from.forEach(consumer::seek);
  }

  /** True when a position was no longer there. */
  private boolean fetch(Map<TopicPartition, Long> ends, int max, Duration wait) {
    // Only a topic that lost its tail, or is another one, ends before where somebody has read.
    var truncated =
        begin(ends.keySet(), partition -> consumer.position(partition) > ends.get(partition));
    var start = System.nanoTime();
    while (fetched.size() < max && worthWaiting(ends, wait.plusNanos(start - System.nanoTime()))) {
      try {
        consumer.poll(pollTime(wait.plusNanos(start - System.nanoTime()))).forEach(fetched::add);
      } catch (OffsetOutOfRangeException e) {
        truncated |= begin(e.partitions(), partition -> true);
      }
    }
    return truncated;
  }

  private boolean worthWaiting(Map<TopicPartition, Long> ends, Duration left) {
    return fetched.isEmpty() && !left.isNegative() && !left.isZero()
        || behind(ends) && left.plus(PATIENCE).compareTo(Duration.ZERO) > 0;
  }

  private static Duration pollTime(Duration left) {
    return left.isNegative() || left.isZero() || left.compareTo(LONGEST_POLL) > 0
        ? LONGEST_POLL
        : left;
  }

  /** Goes to the beginning of some of these partitions; true when there were any. */
  private boolean begin(Set<TopicPartition> partitions, Predicate<TopicPartition> which) {
    var beginning = partitions.stream().filter(which).collect(Collectors.toSet());
    if (!beginning.isEmpty()) {
      // Called with none, it would mean all.
      consumer.seekToBeginning(beginning);
    }
    return !beginning.isEmpty();
  }

  private boolean behind(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
  }

  /** Behind what was handed out, also where the consumer itself has gone on. */
  private Map<TopicPartition, Long> standing() {
    var standing = new HashMap<TopicPartition, Long>();
    for (var record : fetched) {
      standing.putIfAbsent(new TopicPartition(record.topic(), record.partition()), record.offset());
    }
    consumer
        .assignment()
        .forEach(partition -> standing.computeIfAbsent(partition, consumer::position));
    return Map.copyOf(standing);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
