package io.syncline.local.bench.suggest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The right mapping of a database, as a person wrote it down: `a + b` are two columns, `a or b` are
 * two right answers, `a by divide` is right with that function alone.
 */
record RightMapping(JsonNode file) {

  static final List<String> ENTITIES = List.of("customer", "product", "order", "order_line");

  /** Reads the one that lies beside this class. */
  static RightMapping of(String database) {
    String name = database + ".truth.yaml";
    try (var in = RightMapping.class.getResourceAsStream(name)) {
      return new RightMapping(new YAMLMapper().readTree(Objects.requireNonNull(in, name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String table(String entity) {
    return file.path(entity).path("from").asText();
  }

  /** The right answers for each field of an entity that has one. */
  Map<String, List<Answer>> fields(String entity) {
    Map<String, List<Answer>> fields = new LinkedHashMap<>();
    file.path(entity)
        .path("fields")
        .fields()
        .forEachRemaining(
            field ->
                fields.put(
                    field.getKey(),
                    Arrays.stream(field.getValue().asText().split(" or "))
                        .map(Answer::of)
                        .toList()));
    return fields;
  }

  /**
   * A right answer.
   *
   * @param function that must be in the expression; empty when none must
   */
  record Answer(Set<String> columns, String function) {

    private static Answer of(String text) {
      String[] parts = text.strip().split(" by ");
      return new Answer(Set.of(parts[0].split(" \\+ ")), parts.length > 1 ? parts[1] : "");
    }

    boolean is(Set<String> proposed, String expression) {
      return columns.equals(proposed) && expression.contains(function);
    }
  }
}
