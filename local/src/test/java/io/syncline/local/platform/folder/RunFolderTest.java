package io.syncline.local.platform.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

  private final Clock clock = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

  @TempDir private Path work;

  @Test
  void shouldKeepTheLogsAndRemoveTheData() throws IOException {
    // Given
    RunFolder run = RunFolder.create(work, clock);
    Files.createDirectories(run.dataOf("broker").resolve("topic"));
    Files.writeString(run.log("broker"), "started");

    // When
    run.close();

    // Then
    assertThat(run.log("broker")).hasContent("started");
    assertThat(run.root().resolve("data")).doesNotExist();
    assertThat(run.root()).hasFileName("run-20260102-030405");
  }

  @Test
  void shouldKeepTheLastFiveRuns() {
    // Given
    for (int i = 0; i < 7; i++) {
      RunFolder.create(work, Clock.offset(clock, Duration.ofSeconds(i))).close();
    }

    // Then
    assertThat(work)
        .isDirectoryNotContaining("glob:**-030405")
        .isDirectoryNotContaining("glob:**-030406")
        .isDirectoryContaining("glob:**-030407")
        .isDirectoryContaining("glob:**-030411");
  }

  @Test
  void shouldRemoveTheDataOfARunWhoseLauncherIsGone() throws IOException {
    // Given
    RunFolder killed = RunFolder.create(work, clock);
    Files.writeString(killed.root().resolve("pid"), "0");

    // When
    RunFolder.create(work, clock);

    // Then
    assertThat(killed.root().resolve("data")).doesNotExist();
    assertThat(killed.logs()).exists();
  }

  @Test
  void shouldLeaveARunningRunAlone() {
    // Given
    RunFolder running = RunFolder.create(work, clock);

    // When
    for (int i = 0; i < 7; i++) {
      RunFolder.create(work, clock).close();
    }

    // Then
    assertThat(running.root().resolve("data")).exists();
  }
}
