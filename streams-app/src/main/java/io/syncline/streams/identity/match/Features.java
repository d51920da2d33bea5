package io.syncline.streams.identity.match;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Comparison values of one record.
 *
 * @param values by name; those that the record lacks, or that prove nothing, are not there
 */
public record Features(Map<String, String> values) {

  /** Name under which the record's entity stands among the values. */
  public static final String ENTITY = "entity";

  public Features {
    values = Map.copyOf(values);
  }

  /** These alone, and the entity. */
  Features only(Set<String> names) {
    var some = new HashMap<>(values);
    some.keySet().removeIf(name -> !names.contains(name) && !name.equals(ENTITY));
    return new Features(some);
  }

  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }
}
