package io.syncline.streams.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvidedMappingsTest {

  private static final Path SOURCES = Path.of("..", "connect-config", "sources");

  @ParameterizedTest
  @ValueSource(strings = {"north", "south", "northwind", "chinook"})
  void shouldCompile(String source) {
    // When
    var mappings = Mappings.load(List.of(SOURCES.resolve(source).resolve("mapping.yaml")));

    // Then
    assertThat(mappings.sourceTopics()).hasSize(4).allMatch(t -> t.startsWith("crm." + source));
  }
}
