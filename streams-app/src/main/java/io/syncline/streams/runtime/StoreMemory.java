package io.syncline.streams.runtime;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * One bound for the memory of every store in the process. Without it each partition of each store
 * may take 100 MB outside the heap.
 */
public final class StoreMemory implements RocksDBConfigSetter {

  /** Key of the bound, in Kafka Streams' configuration. */
  static final String MEGABYTES = "syncline.store.memory.mb";

  private static final long MEGABYTE = 1024L * 1024;
  private static final long MEMTABLE_BYTES = 8 * MEGABYTE;

  private record Shared(Cache cache, WriteBufferManager memtables) {}

  // Kafka Streams makes one setter for each store, so what they share cannot be in the instance.
  private static final Map<Integer, Shared> SHARED = new ConcurrentHashMap<>();

  @Override
  public void setConfig(String store, Options options, Map<String, Object> configs) {
    var megabytes = Integer.parseInt(configs.get(MEGABYTES).toString());
    var shared = SHARED.computeIfAbsent(megabytes, StoreMemory::allocate);
    var table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(shared.cache());
    table.setCacheIndexAndFilterBlocks(true);
    table.setCacheIndexAndFilterBlocksWithHighPriority(true);
    table.setPinTopLevelIndexAndFilter(true);
    options.setWriteBufferManager(shared.memtables());
    options.setWriteBufferSize(MEMTABLE_BYTES);
    options.setTableFormatConfig(table);
  }

  @Override
  public void close(String store, Options options) {
    // The cache outlives every store: it is the process's.
  }

  private static Shared allocate(int megabytes) {
    var cache = new LRUCache(megabytes * MEGABYTE);
    return new Shared(cache, new WriteBufferManager(megabytes * MEGABYTE / 2, cache));
  }
}
