package io.syncline.local.fault.merge;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of a canonical customer.
 *
 * @param sources its source records, as text
 * @param fields values with the source record and its version that gave them, by canonical field
 */
record Known(List<String> sources, Map<String, String> fields) {

  static final List<String> FIELDS = List.of("city", "company", "email", "phone", "street");

  static String field(String value, String source, long version) {
    return "%s of %s %d".formatted(value, source, version);
  }

  /** For messages, by canonical id. */
  static Map<String, String> texts(Map<String, Known> known) {
    Map<String, String> texts = new TreeMap<>();
    known.forEach((id, each) -> texts.put(id, each.sources + " " + new TreeMap<>(each.fields)));
    return texts;
  }
}
