package io.syncline.schemas;

import java.util.List;
import java.util.stream.Collectors;

/** Text form of keys, primary or foreign. */
public final class KeyText {

  private KeyText() {}

  /**
   * The columns of a key in order, joined by commas; a comma within one of several is escaped by a
   * backslash.
   */
  public static String of(List<String> columns) {
    return columns.size() == 1
        ? columns.get(0)
        : columns.stream().map(KeyText::escape).collect(Collectors.joining(","));
  }

  private static String escape(String column) {
    return column.replace("\\", "\\\\").replace(",", "\\,");
  }
}
