package io.syncline.streams.identity.match;

import java.util.Map;
import java.util.Optional;

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

  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }
}
