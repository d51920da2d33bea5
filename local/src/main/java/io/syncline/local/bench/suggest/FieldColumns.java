package io.syncline.local.bench.suggest;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one entity is mapped from.
 *
 * @param expressions of each field
 * @param columns of each field
 */
record FieldColumns(
    String table, Map<String, String> expressions, Map<String, Set<String>> columns) {

  Optional<Set<String>> of(String field) {
    return Optional.ofNullable(columns.get(field));
  }
}
