package io.syncline.streams.mapping.value;

import io.syncline.streams.yaml.Nearest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tables that translate a source's words.
 *
 * @param tables the tables by name, each from the source's word to ours
 */
public record Lookups(Map<String, Map<String, String>> tables) {

  /** No table. */
  public static final Lookups NONE = new Lookups(Map.of());

  public Lookups {
    tables = Map.copyOf(tables);
  }

  /** Our word for the source's; null for a blank one. A word that the table lacks is a fault. */
  public @Nullable String find(@Nullable String word, String table) {
    var found = findOr(word, table, null);
    if (found == null && word != null && !word.isBlank()) {
      throw new FunctionException(
          "is not in the lookup table '%s': add it there, or give lookup() a third argument"
              .formatted(table));
    }
    return found;
  }

  /** Our word for the source's, or the given one where the table lacks it; null for a blank one. */
  public @Nullable String findOr(@Nullable String word, String table, @Nullable String otherwise) {
    if (word == null || word.isBlank()) {
      return null;
    }
    var found = tables.getOrDefault(table, Map.of()).get(word.strip());
    return found == null ? otherwise : found;
  }

  /** Refuses a table that is not declared. */
  public void checkTable(String name) {
    if (tables.isEmpty()) {
      throw new FunctionException(
          "there is no lookup table '%s': declare it under 'lookups'".formatted(name));
    }
    if (!tables.containsKey(name)) {
      throw new FunctionException(
          "there is no lookup table '%s'%s"
              .formatted(name, Nearest.suggestion(name, tables.keySet())));
    }
  }
}
