package io.syncline.connect.jdbc.source.reading.page;

import io.syncline.connect.jdbc.table.TableId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/**
 * How far tables were read, as offsets.
 *
 * <p>Outlives connections: what was handed to Connect is not read again after a reconnect, whether
 * its offset is committed yet or not.
 */
public final class Positions {
  private final OffsetStorageReader stored;
  private final Map<Map<String, String>, Map<String, ?>> read = new HashMap<>();
  private final Map<TableId, Object> memories = new HashMap<>();

  public Positions(OffsetStorageReader stored) {
    this.stored = stored;
  }

  /**
   * Offset of the last record; empty when none was ever sent.
   *
   * @param partition as in {@link Partitions}
   */
  public Map<String, ?> of(Map<String, String> partition) {
    return Optional.<Map<String, ?>>ofNullable(read.get(partition))
        .or(() -> Optional.ofNullable(stored.offset(partition)))
        .orElseGet(Map::of);
  }

  public void advance(Map<String, String> partition, Map<String, ?> offset) {
    read.put(partition, offset);
  }

  /** What is stored, by this task and others. */
  public OffsetStorageReader stored() {
    return stored;
  }

  /**
   * What a reader keeps of a table beyond a place.
   *
   * @param load makes it from the stored offsets, when it is first asked for
   */
  public <T> T memory(TableId table, Class<T> type, Function<OffsetStorageReader, T> load) {
    return type.cast(memories.computeIfAbsent(table, absent -> load.apply(stored)));
  }
}
