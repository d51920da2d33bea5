package io.syncline.streams.runtime;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** Tally of the state that is being restored. */
@Singleton
public final class RestoreProgress implements StateRestoreListener {

  private final Map<TopicPartition, Restore> running = new ConcurrentHashMap<>();

  private record Restore(long total, long done) {}

  /** What is left, in one sentence; empty when nothing is. */
  public Optional<String> sentence() {
    var restores = running.values();
    if (restores.isEmpty()) {
      return Optional.empty();
    }
    var done = restores.stream().mapToLong(Restore::done).sum();
    var total = restores.stream().mapToLong(Restore::total).sum();
    return Optional.of(
        "State is being restored: %d of %d records, in %d partitions of stores."
            .formatted(done, total, restores.size()));
  }

  @Override
  public void onRestoreStart(TopicPartition partition, String store, long start, long end) {
    running.put(partition, new Restore(end - start, 0));
  }

  @Override
  public void onBatchRestored(TopicPartition partition, String store, long end, long count) {
    running.computeIfPresent(
        partition, (key, restore) -> new Restore(restore.total(), restore.done() + count));
  }

  @Override
  public void onRestoreEnd(TopicPartition partition, String store, long count) {
    running.remove(partition);
  }

  @Override
  public void onRestoreSuspended(TopicPartition partition, String store, long count) {
    running.remove(partition);
  }
}
