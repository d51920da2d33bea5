package io.syncline.streams.mapping.rule;

import java.util.Map;
import java.util.Optional;

/** A compiled expression that is true or false. */
@FunctionalInterface
public interface Condition {

  /**
   * Whether it is true; empty when it cannot be evaluated for these values.
   *
   * @param values the fields by name; an empty field is absent
   */
  Optional<Boolean> test(Map<String, Object> values);
}
