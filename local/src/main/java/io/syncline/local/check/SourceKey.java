package io.syncline.local.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/** Primary key of a row in its source. */
public record SourceKey(String source, String key) implements Comparable<SourceKey> {

  private static final Comparator<SourceKey> ORDER =
      Comparator.comparing(SourceKey::source).thenComparing(SourceKey::key);

  /** Writes a set of keys in one way only, so that equal sets are equal texts. */
  static String together(Collection<SourceKey> keys) {
    return keys.stream().sorted().map(SourceKey::toString).collect(Collectors.joining(" + "));
  }

  @Override
  public int compareTo(SourceKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return source + "/" + key;
  }
}
