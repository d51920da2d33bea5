package io.syncline.connect.jdbc.source.reading.compare;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Source offset that holds a block.
 *
 * <p>Every record has one, but of those of a transaction Connect stores only the last: so the block
 * is packed when it is looked at, and comparing offsets, which Connect does not do, looks at no
 * block.
 */
final class BlockOffset extends AbstractMap<String, String> {
  private static final String ROWS = "rows";
  private static final String SALT = "salt";

  private final Block block;
  private final String salt;
  private @Nullable Map<String, String> packed;

  BlockOffset(Block block, String salt) {
    this.block = block;
    this.salt = salt;
  }

  static Block block(Map<String, ?> offset) {
    return PackedBlock.unpack(String.valueOf(offset.get(ROWS)));
  }

  static String salt(Map<String, ?> offset) {
    return String.valueOf(offset.get(SALT));
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    var entries = packed;
    if (entries == null) {
      entries = Map.of(ROWS, PackedBlock.pack(block), SALT, salt);
      packed = entries;
    }
    return entries.entrySet();
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  /** Keys are row values: they belong in no log. */
  @Override
  public String toString() {
    return "{rows=" + block.rows() + "}";
  }
}
