package io.syncline.connect.jdbc.source.reading;

import io.syncline.connect.jdbc.table.TableId;
import java.util.Map;

/** Names under which Connect keeps the offsets of tables. */
final class Partitions {
  private Partitions() {}

  static Map<String, String> of(TableId table) {
    return Map.of("table", table.toString());
  }
}
