package io.syncline.helm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of one rendering. */
record Values(Map<String, Object> tree) {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Path CONNECT_CONFIG = Path.of("..", "connect-config");

  /** Nothing but the defaults, which lack what is required. */
  static Values none() {
    return new Values(Map.of());
  }

  /** Kafka and a registry, and no source yet. */
  static Values platform() {
    return none()
        .with("kafka.bootstrapServers", "kafka:9092")
        .with("registry.url", "http://registry:8080/apis/ccompat/v7");
  }

  /** The fewest values the chart renders with. */
  static Values minimal() {
    return platform().withSource("north");
  }

  /** One source and one target in one file. */
  static Values northToWarehouse() {
    return example("north-to-warehouse");
  }

  /** The example of two sources and two targets, with the files it takes from connect-config. */
  static Values twoCrms() {
    return example("two-crms")
        .withFilesOf("sources", "north")
        .withFilesOf("sources", "south")
        .withFilesOf("targets", "warehouse")
        .withFilesOf("targets", "webshop");
  }

  private static Values example(String name) {
    return read(Chart.FOLDER.resolve("examples/" + name + ".yaml"));
  }

  static Values read(Path file) {
    try {
      return new Values(YAML.readValue(file.toFile(), new TypeReference<>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** These values with one more; the path's names are separated by dots. */
  Values with(String path, Object value) {
    return new Values(put(tree, List.of(path.split("\\.")), value));
  }

  /** These values with others laid over them, as Helm does. */
  Values under(Values others) {
    return new Values(merge(tree, others.tree));
  }

  /** As `--set-file` and `--set-json` do it with a folder of connect-config. */
  Values withFilesOf(String kind, String name) {
    var folder = CONNECT_CONFIG.resolve(kind).resolve(name);
    var key = kind + "." + name;
    var connected = with(key + ".connector", read(folder.resolve("connector.json")).tree());
    return kind.equals("sources")
        ? connected.with(key + ".mapping", text(folder.resolve("mapping.yaml")))
        : connected;
  }

  Values withSource(String name) {
    return with("sources." + name + ".mapping", "source: " + name + "\n")
        .with("sources." + name + ".existingSecret", "syncline-" + name)
        .with("sources." + name + ".connector", connector(name));
  }

  Values withTarget(String name) {
    return with("targets." + name + ".connector", connector(name))
        .with("targets." + name + ".existingSecret", "syncline-" + name);
  }

  static Map<String, Object> connector(String name, String... moreConfig) {
    var config = new LinkedHashMap<String, Object>();
    config.put("connector.class", "org.example.AnyConnector");
    config.put("tasks.max", 2);
    for (int i = 0; i < moreConfig.length; i += 2) {
      config.put(moreConfig[i], moreConfig[i + 1]);
    }
    return Map.of("name", name, "config", config);
  }

  /** Writes the values where Helm can read them. */
  Path writeTo(Path file) {
    try {
      return Files.writeString(file, asYaml());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String asYaml() throws JsonProcessingException {
    return YAML.writeValueAsString(tree);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> put(
      Map<String, Object> tree, List<String> path, Object value) {
    var changed = new LinkedHashMap<>(tree);
    var rest = path.subList(1, path.size());
    changed.put(path.get(0), rest.isEmpty() ? value : put(child(tree, path.get(0)), rest, value));
    return changed;
  }

  private static Map<String, Object> merge(Map<String, Object> lower, Map<String, Object> upper) {
    var merged = new LinkedHashMap<>(lower);
    upper.forEach(
        (name, value) ->
            merged.put(
                name,
                value instanceof Map ? merge(child(lower, name), child(upper, name)) : value));
    return merged;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> child(Map<String, Object> tree, String name) {
    return (Map<String, Object>) tree.getOrDefault(name, Map.of());
  }
}
