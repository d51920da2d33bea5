package io.syncline.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.schemas.AvroSerdes;
import io.syncline.streams.canonical.MergePolicy;
import io.syncline.streams.identity.match.MatchRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SyncTopologyTest {

  private static final Path DESCRIPTION = Path.of("src", "test", "resources", "topology.txt");

  /**
   * A change here is a change of the architecture: state, topics and their names outlive it. Freeze
   * a deliberate one by {@code -Dtopology.freeze=true}.
   */
  @Test
  void shouldKeepItsDescription() throws IOException {
    // Given
    var topology =
        new SyncTopology(
            new AvroSerdes("mock://description"),
            Flow.mappings(),
            new Policies(MatchRules.provided(), MergePolicy.standard()),
            4,
            "application");

    // When
    var description = topology.build().describe().toString();

    if (Boolean.getBoolean("topology.freeze")) {
      Files.writeString(DESCRIPTION, description);
    }

    // Then
    assertThat(description).isEqualTo(Files.readString(DESCRIPTION));
  }
}
