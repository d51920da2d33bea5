package io.syncline.streams.delivery.pull;

import io.syncline.schemas.Topic;
import io.syncline.schemas.Topics;
import io.syncline.streams.delivery.pull.ChangeReader.Batch;
import io.syncline.streams.delivery.pull.cursor.Cursor;
import io.syncline.streams.delivery.pull.cursor.CursorCodec;
import io.syncline.streams.kafka.TopicReaders;
import io.syncline.streams.kafka.TopicReaders.Facts;
import io.syncline.streams.problem.ErrorCode;
import io.syncline.streams.problem.SynclineException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The canonical topics as one sequence of changes that a reader can resume. */
@Singleton
final class ChangeFeed {

  private final TopicReaders topics;
  private final ChangeReaders readers;
  private final ChangeDecoder decoder;
  private final Clock clock;
  private volatile @Nullable Map<String, Facts> facts;

  ChangeFeed(TopicReaders topics, ChangeReaders readers, ChangeDecoder decoder, Clock clock) {
    this.topics = topics;
    this.readers = readers;
    this.decoder = decoder;
    this.clock = clock;
  }

  /**
   * The changes after a cursor.
   *
   * @param cursorText a cursor; empty: from the beginning
   * @param wanted topics to read
   * @param wait how long to wait for a first change
   */
  Changes after(String cursorText, List<Topic<?>> wanted, int max, Duration wait) {
    var now = clock.instant();
    var cursor = cursorText.isEmpty() ? Cursor.beginning() : CursorCodec.decode(cursorText);
    requireSameTopics(cursor);
    var partitions = partitions(wanted);
    var from = new HashMap<>(cursor.positions());
    from.keySet().retainAll(partitions);
    var batch = readers.use(from, reader -> reader.read(partitions, Map.copyOf(from), max, wait));
    return new Changes(
        decoder.changes(batch.records()),
        CursorCodec.encode(next(cursor, wanted, batch, now)),
        batch.more(),
        batch.truncated() || outlivedByDeletions(cursor, wanted, now));
  }

  private Set<TopicPartition> partitions(List<Topic<?>> wanted) {
    return wanted.stream()
        .map(Topic::name)
        .flatMap(
            topic ->
                IntStream.range(0, facts(topic).partitions())
                    .mapToObj(partition -> new TopicPartition(topic, partition)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Cursor next(Cursor cursor, List<Topic<?>> wanted, Batch batch, Instant now) {
    var marks = new HashMap<>(cursor.topics());
    for (var topic : wanted) {
      var fresh = new Cursor.Mark(facts(topic.name()).id(), now);
      marks.merge(topic.name(), fresh, (old, latest) -> batch.more() ? old : latest);
    }
    var positions = new HashMap<>(cursor.positions());
    positions.putAll(batch.positions());
    return new Cursor(marks, positions);
  }

  /**
   * A deletion is compacted away some time after it was written; who read on for longer without
   * ever having caught up may have missed it.
   */
  private boolean outlivedByDeletions(Cursor cursor, List<Topic<?>> wanted, Instant now) {
    return wanted.stream()
        .map(Topic::name)
        .filter(cursor.topics()::containsKey)
        .anyMatch(
            topic ->
                cursor
                    .topics()
                    .get(topic)
                    .caughtUpAt()
                    .plus(facts(topic).tombstonesKept())
                    .isBefore(now));
  }

  private void requireSameTopics(Cursor cursor) {
    cursor
        .topics()
        .forEach(
            (topic, mark) -> {
              if (!mark.id().equals(facts(topic).id())) {
                throw new SynclineException(
                    ErrorCode.CURSOR_INVALID,
                    "The cursor belongs to another topic that was called %s too. Begin anew without a cursor."
                        .formatted(topic));
              }
            });
  }

  private Facts facts(String topic) {
    var known = facts;
    if (known == null) {
      known = topics.describe(Topics.canonical().stream().map(Topic::name).toList());
      facts = known;
    }
    var found = known.get(topic);
    if (found == null) {
      throw new SynclineException(
          ErrorCode.CURSOR_INVALID,
          "The cursor names a topic that is none of the canonical ones. Begin anew without a cursor.");
    }
    return found;
  }
}
