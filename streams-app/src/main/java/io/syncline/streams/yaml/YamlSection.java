package io.syncline.streams.yaml;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping in a YAML file whose every key and value knows its place. */
public final class YamlSection {

  private final Path file;
  private final YamlText name;
  private final Node node;
  private final Map<String, YamlText> keys = new LinkedHashMap<>();
  private final Map<String, Node> values = new LinkedHashMap<>();

  public YamlSection(Path file, YamlText name, Node node) {
    this.file = file;
    this.name = name;
    this.node = node;
    if (!(node instanceof MappingNode mapping)) {
      throw name.error("'%s' must be a section of keys and values".formatted(name.value()));
    }
    for (var entry : mapping.getValue()) {
      var key = text(entry.getKeyNode());
      if (keys.put(key.value(), key) != null) {
        throw key.error("'%s' stands here twice".formatted(key.value()));
      }
      values.put(key.value(), entry.getValueNode());
    }
  }

  /** Refuses every key that is not one of these. */
  public YamlSection allow(Set<String> known) {
    var faults = new Faults();
    keys.keySet().stream()
        .filter(key -> !known.contains(key))
        .forEach(key -> faults.attemptTo(() -> refuse(key, known)));
    faults.throwIfAny();
    return this;
  }

  private void refuse(String key, Set<String> known) {
    throw Objects.requireNonNull(keys.get(key))
        .error(
            "unknown key '%s' in '%s'%s"
                .formatted(key, name.value(), Nearest.suggestion(key, known)));
  }

  /** The same for the same content, whatever its layout and comments; else another. */
  public String fingerprint() {
    var text = new StringWriter();
    new Yaml().serialize(node, text);
    return UUID.nameUUIDFromBytes(text.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** A fault of the section as a whole, shown at its name. */
  public DeclarationException error(String message) {
    return name.error(message);
  }

  /** A fault of what stands in the section, shown where that begins. */
  public DeclarationException errorWithin(String message) {
    return keys.values().stream().findFirst().orElse(name).error(message);
  }

  /** The keys in the order of the file, each with its place. */
  public Map<String, YamlText> keys() {
    return keys;
  }

  /** The text under a key that must be there. */
  public YamlText text(String key) {
    if (!values.containsKey(key)) {
      throw name.error("'%s' lacks the key '%s'".formatted(name.value(), key));
    }
    return text(values.get(key));
  }

  /** The section under a key; empty when the key is not there. */
  public Optional<YamlSection> section(String key) {
    return Optional.ofNullable(values.get(key))
        .map(node -> new YamlSection(file, keys.get(key), node));
  }

  /** The section under a key that must be there. */
  public YamlSection required(String key) {
    return section(key)
        .orElseThrow(() -> name.error("'%s' lacks the section '%s'".formatted(name.value(), key)));
  }

  /** The text under a key; empty when the key is not there. */
  public Optional<YamlText> optionalText(String key) {
    return Optional.ofNullable(values.get(key)).map(this::text);
  }

  /** The texts of the list under a key, or its one text; empty when the key is not there. */
  public List<YamlText> texts(String key) {
    return Optional.ofNullable(values.get(key)).map(this::texts).orElse(List.of());
  }

  /** The lists of texts in the list under a key; a text alone is a list of one. */
  public List<List<YamlText>> textLists(String key) {
    return items(key).stream().map(this::texts).toList();
  }

  /** The sections of the list under a key; empty when the key is not there. */
  public List<YamlSection> sections(String key) {
    return items(key).stream().map(item -> new YamlSection(file, keys.get(key), item)).toList();
  }

  private List<Node> items(String key) {
    if (!values.containsKey(key)) {
      return List.of();
    }
    if (values.get(key) instanceof SequenceNode list) {
      return list.getValue();
    }
    throw keys.get(key).error("'%s' must be a list".formatted(key));
  }

  private List<YamlText> texts(Node node) {
    return node instanceof SequenceNode list
        ? list.getValue().stream().map(this::text).toList()
        : List.of(text(node));
  }

  private YamlText text(Node node) {
    var place = YamlText.at("", file, node.getStartMark());
    if (node instanceof ScalarNode scalar) {
      return YamlText.at(scalar.getValue(), file, node.getStartMark());
    }
    throw place.error("expected a text in '%s'".formatted(name.value()));
  }
}
