package io.syncline.connect.jdbc.source.reading;

import io.syncline.connect.jdbc.source.reading.compare.KnownRows;
import io.syncline.connect.jdbc.table.TableId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/**
 * How far each table was read.
 *
 * <p>Outlives connections: what was handed to Connect is not read again after a reconnect, whether
 * its offset is committed yet or not.
 */
public final class Positions {
  private final OffsetStorageReader stored;
  private final Map<TableId, Cursor> read = new HashMap<>();
  private final Map<TableId, KnownRows> known = new HashMap<>();

  public Positions(OffsetStorageReader stored) {
    this.stored = stored;
  }

  Optional<Cursor> of(TableId table, List<CursorColumn> columns) {
    return Optional.ofNullable(read.get(table)).or(() -> stored(table, columns));
  }

  private Optional<Cursor> stored(TableId table, List<CursorColumn> columns) {
    return Optional.ofNullable(stored.offset(Partitions.of(table)))
        .map(offset -> Cursor.fromOffset(offset, columns));
  }

  void advance(TableId table, Cursor last) {
    read.put(table, last);
  }

  /** The table's rows as they were sent. */
  KnownRows known(TableId table) {
    return known.computeIfAbsent(table, it -> KnownRows.load(stored, Partitions.of(it)));
  }
}
