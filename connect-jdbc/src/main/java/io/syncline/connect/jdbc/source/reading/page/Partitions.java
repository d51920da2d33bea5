package io.syncline.connect.jdbc.source.reading.page;

import io.syncline.connect.jdbc.source.config.SourceConfig;
import io.syncline.connect.jdbc.source.config.SourceMode;
import io.syncline.connect.jdbc.table.TableId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names under which Connect keeps the offsets of what is read.
 *
 * <p>Their entries have an order, for Connect compares names as text; {@code Map.of} has another in
 * every JVM.
 *
 * @param origin what is part of each name beside the table's
 */
public record Partitions(Map<String, String> origin) {
  private static final String TABLE = "table";

  /**
   * A place in a query's order says nothing of another query's, so it is kept under the query's
   * text. What mode compare remembers is what was sent, by whichever query.
   */
  public static Partitions of(SourceConfig config) {
    return config
        .query()
        .sql()
        .filter(query -> config.increment().mode() != SourceMode.COMPARE)
        .map(query -> new Partitions(Map.of("query", digest(query))))
        .orElseGet(() -> new Partitions(Map.of()));
  }

  public Map<String, String> of(TableId table) {
    var partition = new TreeMap<>(origin);
    partition.put(TABLE, table.toString());
    return Collections.unmodifiableMap(partition);
  }

  private static String digest(String text) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  /** Name of one range of a full load. */
  public static Map<String, String> range(TableId table, int range) {
    var partition = new TreeMap<String, String>();
    partition.put(TABLE, table.toString());
    partition.put("range", Integer.toString(range));
    return Collections.unmodifiableMap(partition);
  }
}
