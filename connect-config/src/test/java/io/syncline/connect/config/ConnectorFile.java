package io.syncline.connect.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Connector file of one source or target.
 *
 * @param raw configuration as it is written
 */
record ConnectorFile(String folder, String name, Map<String, String> raw) {

  /** Reads every {@code connector.json} under {@code sources} or {@code targets}. */
  static List<ConnectorFile> allOf(String kind) throws IOException {
    try (Stream<Path> folders = Files.list(Path.of(kind))) {
      return folders.filter(Files::isDirectory).sorted().map(ConnectorFile::read).toList();
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

  @Override
  public String toString() {
    return folder;
  }

  private static ConnectorFile read(Path folder) {
    try {
      JsonNode file = new ObjectMapper().readTree(folder.resolve("connector.json").toFile());
      Map<String, String> config = new TreeMap<>();
      file.get("config")
          .fields()
          .forEachRemaining(field -> config.put(field.getKey(), field.getValue().textValue()));
      return new ConnectorFile(
          folder.getFileName().toString(), file.get("name").textValue(), config);
    } catch (IOException e) {
      throw new IllegalStateException(folder.toString(), e);
    }
  }

  private static String sample(String variable) {
    if (variable.contains("REGISTRY")) {
      return "http://127.0.0.1:8081/apis/ccompat/v7";
    }
    return variable.endsWith("_URL}") ? "jdbc:postgresql://127.0.0.1:5432/sample" : "sample";
  }
}
