package io.syncline.connect.jdbc.source.reading.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.jspecify.annotations.Nullable;

/**
 * Blocks of one table in Connect's offset store: the table's partition, once for every block.
 *
 * <p>They are numbered from 0 without gaps, so the end is where a whole stretch of numbers has
 * none: without exactly-once, offsets of a few neighbours may be stored out of turn.
 */
final class StoredBlocks {
  private static final String BLOCK = "block";
  private static final int STRETCH = 256;

  private final Map<String, String> table;

  StoredBlocks(Map<String, String> table) {
    this.table = table;
  }

  Map<String, String> partition(int block) {
    var partition = new HashMap<>(table);
    partition.put(BLOCK, Integer.toString(block));
    return partition;
  }

  /** The offsets of all blocks; an empty one for a block that was never stored. */
  List<Map<String, Object>> load(OffsetStorageReader stored) {
    var all = new ArrayList<Map<String, Object>>();
    while (true) {
      var stretch = stretch(stored, all.size());
      if (stretch.stream().allMatch(Map::isEmpty)) {
        return all;
      }
      all.addAll(stretch);
    }
  }

  private List<Map<String, Object>> stretch(OffsetStorageReader stored, int from) {
    var partitions = new ArrayList<Map<String, String>>();
    for (var block = from; block < from + STRETCH; block++) {
      partitions.add(partition(block));
    }
    var found = stored.offsets(partitions);
    return partitions.stream().map(partition -> orEmpty(found.get(partition))).toList();
  }

  private static Map<String, Object> orEmpty(@Nullable Map<String, Object> offset) {
    return offset == null ? Map.of() : offset;
  }
}
