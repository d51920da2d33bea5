package io.syncline.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.comments.CommentLine;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The table of values in the chart's README, made from the comments of values.yaml. */
final class ValuesTable {

  /** One value: what it is for, and what it is when not given. */
  record Row(String key, String defaultValue, String description) {

    private String asMarkdown() {
      return "| `%s` | `%s` | %s |".formatted(key, defaultValue, description);
    }
  }

  private final List<Row> rows = new ArrayList<>();
  private final List<String> undocumented = new ArrayList<>();

  static ValuesTable of(Path valuesYaml) throws IOException {
    var options = new LoaderOptions();
    options.setProcessComments(true);
    try (var reader = Files.newBufferedReader(valuesYaml)) {
      var table = new ValuesTable();
      table.add(
          "",
          (MappingNode) new Yaml(options).compose(reader),
          new YAMLMapper().readTree(valuesYaml.toFile()));
      return table;
    }
  }

  List<String> undocumented() {
    return undocumented;
  }

  String asMarkdown() {
    var lines = new ArrayList<>(List.of("| value | default | what it is |", "|---|---|---|"));
    rows.forEach(row -> lines.add(row.asMarkdown()));
    return String.join("\n", lines);
  }

  private void add(String prefix, MappingNode node, JsonNode values) {
    for (var tuple : node.getValue()) {
      var name = ((ScalarNode) tuple.getKeyNode()).getValue();
      var key = prefix + name;
      var description = description(tuple);
      if (description.isPresent()) {
        rows.add(new Row(key, values.get(name).toString(), description.get()));
      } else if (tuple.getValueNode() instanceof MappingNode child && !child.getValue().isEmpty()) {
        add(key + ".", child, values.get(name));
      } else {
        undocumented.add(key);
      }
    }
  }

  /** The comment just above a key, when it is one for the reader of the README. */
  private static Optional<String> description(NodeTuple tuple) {
    var comments = Optional.ofNullable(tuple.getKeyNode().getBlockComments()).orElse(List.of());
    var lines = comments.stream().map(CommentLine::getValue).map(String::strip).toList();
    var text = String.join(" ", lines).strip();
    return text.startsWith("-- ") ? Optional.of(text.substring(3)) : Optional.empty();
  }
}
