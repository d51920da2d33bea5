package io.syncline.streams.kafka;

/** Keys of the stores of changes: a canonical id, and the version that a change made. */
public final class HistoryKeys {

  private static final String SEPARATOR = "/";

  private HistoryKeys() {}

  /** The key of a change; keys of one id are in the order of their versions. */
  public static String of(String id, long version) {
    return id + SEPARATOR + "%019d".formatted(version);
  }

  /** What every key of an id begins with. */
  public static String prefix(String id) {
    return id + SEPARATOR;
  }

  /** The version in a key. */
  public static long version(String key) {
    return Long.parseLong(key.substring(key.lastIndexOf(SEPARATOR) + 1));
  }
}
