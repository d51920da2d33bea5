package io.syncline.streams.canonical.history;

import io.syncline.streams.kafka.HistoryKeys;
import io.syncline.streams.kafka.Store;
import java.time.Duration;
import java.util.ArrayList;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one partition's canonical records, or of what their ids lead to. A change is kept
 * with what was there before: what never changes costs nothing, and what is older than the
 * retention is not needed to know how things stood within it.
 */
public final class History<V extends SpecificRecord> {

  private static final Duration SWEEP_EVERY = Duration.ofSeconds(10);

  /** A sweep of so many takes some milliseconds, and goes on at the next. */
  private static final int SWEPT_AT_ONCE = 2_000;

  private final KeyValueStore<String, V> changes;
  private final Duration retention;
  private @Nullable String sweptTo;

  /**
   * @param retention how long changes are kept; zero: not at all
   */
  public History(ProcessorContext<?, ?> context, Store<V> store, Duration retention) {
    this.changes = store.in(context);
    this.retention = retention;
  }

  /**
   * Keeps a change.
   *
   * @param version that the change made: milliseconds since 1970, UTC
   */
  public void keep(String id, long version, V change) {
    if (!retention.isZero()) {
      changes.put(HistoryKeys.of(id, version), change);
    }
  }

  /**
   * Keeps a change, unless one of the same version is kept: what was there first is before both.
   */
  public void keepFirst(String id, long version, V change) {
    if (!retention.isZero()) {
      changes.putIfAbsent(HistoryKeys.of(id, version), change);
    }
  }

  /** Lets go, from time to time, of what is older than the retention. */
  public void sweepWithin(ProcessorContext<?, ?> context) {
    context.schedule(SWEEP_EVERY, PunctuationType.WALL_CLOCK_TIME, this::sweep);
  }

  private void sweep(long now) {
    var limit = now - retention.toMillis();
    var old = new ArrayList<String>();
    var seen = 0;
    try (var entries = changes.range(sweptTo, null)) {
      for (; seen < SWEPT_AT_ONCE && entries.hasNext(); seen++) {
        var key = entries.next().key;
        if (HistoryKeys.version(key) < limit) {
          old.add(key);
        }
      }
      sweptTo = entries.hasNext() ? entries.peekNextKey() : null;
    }
    old.forEach(changes::delete);
  }
}
