package io.syncline.connect.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Connector file of one source or target.
 *
 * @param raw configuration as it is written
 */
record ConnectorFile(String folder, String file, String name, Map<String, String> raw) {

  /** Reads the {@code connector.json} of every folder in {@code sources} or {@code targets}. */
  static List<ConnectorFile> allOf(String kind) throws IOException {
    return all(kind, "connector.json");
  }

  /** Reads the {@code debezium.json} of every source that has one. */
  static List<ConnectorFile> allOfDebezium() throws IOException {
    return all("sources", "debezium.json");
  }

  private static List<ConnectorFile> all(String kind, String file) throws IOException {
    try (Stream<Path> folders = Files.list(Path.of(kind))) {
      return folders
          .map(folder -> folder.resolve(file))
          .filter(Files::isRegularFile)
          .sorted()
          .map(ConnectorFile::read)
          .toList();
    }
  }

  /**
   * Configuration as the connector gets it, with samples where the worker fills in its environment.
   */
  Map<String, String> filledIn() {
    Map<String, String> config = new TreeMap<>(raw);
    config.put("name", name);
    config.replaceAll((key, value) -> value.startsWith("${env:") ? sample(value) : value);
    return config;
  }

  /** The words of a list; none when the key is not there. */
  List<String> list(String key) {
    return raw.containsKey(key) ? List.of(raw.get(key).split(",")) : List.of();
  }

  /** What follows the prefix in the keys that begin with it. */
  Set<String> keysWithout(String prefix) {
    return raw.keySet().stream()
        .filter(key -> key.startsWith(prefix))
        .map(key -> key.substring(prefix.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public String toString() {
    return folder + "/" + file;
  }

  private static ConnectorFile read(Path path) {
    try {
      JsonNode json = new ObjectMapper().readTree(path.toFile());
      Map<String, String> config = new TreeMap<>();
      json.get("config")
          .fields()
          .forEachRemaining(field -> config.put(field.getKey(), field.getValue().textValue()));
      return new ConnectorFile(
          path.getParent().getFileName().toString(),
          path.getFileName().toString(),
          json.get("name").textValue(),
          config);
    } catch (IOException e) {
      throw new IllegalStateException(path.toString(), e);
    }
  }

  private static String sample(String variable) {
    if (variable.contains("REGISTRY")) {
      return "http://127.0.0.1:8081/apis/ccompat/v7";
    }
    if (variable.endsWith("_PORT}")) {
      return "5432";
    }
    return variable.endsWith("_URL}") ? "jdbc:postgresql://127.0.0.1:5432/sample" : "sample";
  }
}
