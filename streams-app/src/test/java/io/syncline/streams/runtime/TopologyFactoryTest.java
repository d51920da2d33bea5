package io.syncline.streams.runtime;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncline.streams.mapping.Mappings;
import io.syncline.streams.runtime.config.MatchConfig;
import io.syncline.streams.runtime.config.SurvivorshipConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopologyFactoryTest {

  private final TopologyFactory factory = new TopologyFactory();
  private final Mappings mappings =
      Mappings.load(List.of(Path.of("..", "connect-config", "sources", "south", "mapping.yaml")));

  @TempDir private Path folder;

  @Test
  void shouldNotStartWithMatchRulesAboutAnAttributeThatIsMisspelt() throws IOException {
    // Given
    var file =
        Files.writeString(
            folder.resolve("match.yaml"),
            "customer: {normalise: {s: attributes.segmnt}, rules: {s: {all: [exact: s]}}}");

    // Then
    assertThatThrownBy(
            () ->
                factory.matchRules(
                    new MatchConfig(file.toString()), factory.mappedAttributes(mappings)))
        .hasMessageContaining("did you mean 'attributes.segment'?");
  }

  @Test
  void shouldNotStartWithSurvivorshipRulesAboutAnAttributeThatIsMisspelt() throws IOException {
    // Given
    var file =
        Files.writeString(
            folder.resolve("survivorship.yaml"), "customer: {attributes.segmnt: longest}");

    // Then
    assertThatThrownBy(
            () ->
                factory.survivorship(
                    new SurvivorshipConfig(file.toString()),
                    mappings,
                    factory.mappedAttributes(mappings)))
        .hasMessageContaining("did you mean 'attributes.segment'?");
  }
}
