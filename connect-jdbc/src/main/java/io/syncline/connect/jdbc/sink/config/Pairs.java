package io.syncline.connect.jdbc.sink.config;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Reading of lists whose entries are {@code from:to}. */
final class Pairs {
  static final ConfigDef.Validator VALIDATOR =
      ConfigDef.LambdaValidator.with(Pairs::ensureValid, () -> "from:to, …");

  private Pairs() {}

  static Map<String, String> read(List<String> entries) {
    var pairs = new LinkedHashMap<String, String>();
    for (var entry : entries) {
      var colon = entry.indexOf(':');
      pairs.put(entry.substring(0, colon).trim(), entry.substring(colon + 1).trim());
    }
    return pairs;
  }

  private static void ensureValid(String key, Object value) {
    var seen = new HashSet<String>();
    for (var entry : (List<?>) value) {
      var parts = String.valueOf(entry).split(":", -1);
      if (parts.length != 2 || parts[0].isBlank()) {
        throw new ConfigException(key, entry, "write it as from:to.");
      }
      TableNaming.ensureTable(key, parts[1].trim());
      if (!seen.add(parts[0].trim())) {
        throw new ConfigException(key, value, parts[0].trim() + " is there twice; remove one.");
      }
    }
  }
}
