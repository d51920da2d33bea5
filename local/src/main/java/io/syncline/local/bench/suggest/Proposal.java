package io.syncline.local.bench.suggest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A mapping file as it was proposed. */
record Proposal(JsonNode file) {

  private static final Pattern LITERAL = Pattern.compile("'[^']*'");

  static Proposal read(Path file) {
    try {
      return new Proposal(new YAMLMapper().readTree(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What an entity is mapped from; empty when it is not mapped. */
  Optional<FieldColumns> entity(String word) {
    JsonNode section =
        word.equals("order_line") ? file.path("order").path("lines") : file.path(word);
    return section.isMissingNode() ? Optional.empty() : Optional.of(entity(section));
  }

  private FieldColumns entity(JsonNode section) {
    String table = section.path("from").textValue();
    Map<String, String> expressions = new LinkedHashMap<>();
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    section
        .path("fields")
        .fields()
        .forEachRemaining(
            field -> {
              expressions.put(field.getKey(), field.getValue().asText());
              columns.put(field.getKey(), columns(table, field.getValue().asText()));
            });
    return new FieldColumns(table, expressions, columns);
  }

  /** The columns of a table that an expression names. */
  private Set<String> columns(String table, String expression) {
    Set<String> declared = new HashSet<>();
    file.path("tables").path(table).fieldNames().forEachRemaining(declared::add);
    String named = LITERAL.matcher(expression).replaceAll("");
    return declared.stream()
        .filter(
            column ->
                expression.equals(column)
                    || Pattern.compile("\\b" + Pattern.quote(column) + "\\b(?!\\()")
                        .matcher(named)
                        .find())
        .collect(Collectors.toSet());
  }
}
