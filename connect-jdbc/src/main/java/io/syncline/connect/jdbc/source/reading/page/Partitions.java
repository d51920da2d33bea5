package io.syncline.connect.jdbc.source.reading.page;

import io.syncline.connect.jdbc.table.TableId;
import java.util.Map;

/** Names under which Connect keeps the offsets of tables. */
public final class Partitions {
  private Partitions() {}

  public static Map<String, String> of(TableId table) {
    return Map.of("table", table.toString());
  }

  /** Name of one range of a full load. */
  public static Map<String, String> of(TableId table, int range) {
    return Map.of("table", table.toString(), "range", Integer.toString(range));
  }
}
