package io.syncline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SynclineCommandTest {

  @ParameterizedTest
  @ValueSource(strings = {"map", "map preview", "map preview --rows 1"})
  void shouldRefuseAPreviewThatLacksWhatItNeeds(String line) {
    assertThat(SynclineCommand.run(line.split(" "))).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--threads 5", "--repeats 0", "--hot -1", "--profile /no/folder"})
  void shouldRefuseABenchmarkThatCannotBeRun(String option) {
    assertThat(SynclineCommand.run(("bench topology " + option).split(" "))).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"check --help", "map --help", "map preview --help"})
  void shouldExplainWhatReadsFilesAlone(String line) {
    assertThat(SynclineCommand.run(line.split(" "))).isZero();
  }
}
