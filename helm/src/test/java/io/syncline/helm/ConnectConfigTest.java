package io.syncline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The folders of connect-config, which the chart takes as they are. */
class ConnectConfigTest {

  private static final Path CONNECT_CONFIG = Path.of("..", "connect-config");
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<Path> sources() throws IOException {
    return folders("sources");
  }

  static List<Path> targets() throws IOException {
    return folders("targets");
  }

  @ParameterizedTest
  @MethodSource("sources")
  void shouldTakeEverySource(Path folder) throws IOException {
    // Given
    var name = folder.getFileName().toString();

    // When
    var chart = Chart.render(Values.minimal().withFilesOf("sources", name));

    // Then
    assertThat(chart.configMap("mappings"))
        .containsEntry(name + ".yaml", Files.readString(folder.resolve("mapping.yaml")));
    assertThat(JSON.readTree(chart.configMap("connectors").get(name + ".json")))
        .isEqualTo(config(folder));
  }

  @ParameterizedTest
  @MethodSource("targets")
  void shouldTakeEveryTarget(Path folder) throws IOException {
    // Given
    var name = folder.getFileName().toString();

    // When
    var chart = Chart.render(Values.minimal().withFilesOf("targets", name));

    // Then
    assertThat(JSON.readTree(chart.configMap("connectors").get(name + ".json")))
        .isEqualTo(config(folder));
  }

  @Test
  void shouldShowTheSameFilesInTheExample() {
    // When
    var example = Values.northToWarehouse();

    // Then
    var filed = example.withFilesOf("sources", "north").withFilesOf("targets", "warehouse");
    assertThat(example)
        .as("examples/north-to-warehouse.yaml repeats connect-config: change it there too")
        .isEqualTo(filed);
  }

  private static Object config(Path folder) throws IOException {
    return JSON.readTree(folder.resolve("connector.json").toFile()).path("config");
  }

  private static List<Path> folders(String kind) throws IOException {
    try (var folders = Files.list(CONNECT_CONFIG.resolve(kind))) {
      return folders.sorted().toList();
    }
  }
}
