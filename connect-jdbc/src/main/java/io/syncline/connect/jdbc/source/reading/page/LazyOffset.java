package io.syncline.connect.jdbc.source.reading.page;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Offset of a record, put together only when it is asked for.
 *
 * <p>Connect stores the offset of the last record of a transaction, so of most it never asks.
 */
final class LazyOffset extends AbstractMap<String, String> {
  private final Supplier<Map<String, String>> content;
  private volatile @Nullable Map<String, String> made;

  /**
   * @param content gives the same whenever it is called
   */
  LazyOffset(Supplier<Map<String, String>> content) {
    this.content = content;
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    var known = made;
    if (known == null) {
      known = Map.copyOf(content.get());
      made = known;
    }
    return known.entrySet();
  }
}
