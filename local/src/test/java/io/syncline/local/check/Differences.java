package io.syncline.local.check;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Rows in which two states differ, for messages: the states as wholes fill pages. */
public final class Differences {

  private static final int SHOWN = 10;

  private Differences() {}

  /** The first few, in order of their keys. */
  public static List<String> between(Map<String, String> expected, Map<String, String> actual) {
    var keys = new TreeSet<>(expected.keySet());
    keys.addAll(actual.keySet());
    return keys.stream()
        .filter(key -> !Objects.equals(expected.get(key), actual.get(key)))
        .map(key -> "%s: %s, not %s".formatted(key, actual.get(key), expected.get(key)))
        .limit(SHOWN)
        .toList();
  }
}
