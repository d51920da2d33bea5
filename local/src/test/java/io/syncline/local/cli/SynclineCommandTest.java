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
  @ValueSource(strings = {"check --help", "map --help", "map preview --help"})
  void shouldExplainWhatReadsFilesAlone(String line) {
    assertThat(SynclineCommand.run(line.split(" "))).isZero();
  }
}
