package io.syncline.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildrenTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private static final String TRACE =
      """
      printf 'Exception: no space left\\n\\tat a.B.c(B.java:1)\\nCaused by: disk\\n\\t... 9 more\\n'
      exit 3
      """;

  @TempDir private Path folder;

  @Test
  void shouldStopTheLastStartedFirst() throws IOException {
    // Given
    Path order = folder.resolve("order");
    Children children = new Children();
    for (String name : List.of("first", "second")) {
      String script = "trap 'echo %s >> %s; exit' TERM; echo up; while :; do sleep 0.1; done";
      awaitOutput(children.start(shell(name, script.formatted(name, order))));
    }

    // When
    children.close();

    // Then
    assertThat(Files.readAllLines(order)).containsExactly("second", "first");
    assertThat(children.alive()).isEmpty();
  }

  @Test
  void shouldSayHowAChildEndedBeforeItWasReady() {
    try (Children children = new Children()) {
      // Given
      ChildProcess child = children.startServer(shell("server", TRACE));

      // Then
      assertThatThrownBy(() -> child.awaitReady(LIMIT, ChildrenTest::refuse))
          .hasMessage(
              """
              server ended with exit code 3. Its last lines:
                  Exception: no space left
                  Caused by: disk
              Its whole log: %s"""
                  .formatted(child.log()));
    }
  }

  @Test
  void shouldSayWhatAChildAnsweredThatDoesNotGetReady() {
    try (Children children = new Children()) {
      // Given
      ChildProcess child = children.startServer(shell("server", "sleep 60"));

      // Then
      assertThatThrownBy(() -> child.awaitReady(Duration.ofSeconds(1), ChildrenTest::refuse))
          .hasMessageStartingWith("server is not ready after 1 s (connection refused).");
    }
  }

  @Test
  void shouldReportAServerThatEndsButNotOneThatIsStopped() {
    try (Children children = new Children()) {
      // Given
      ChildProcess stopped = children.startServer(shell("stopped", "sleep 60"));
      ChildProcess killed = children.startServer(shell("killed", "sleep 60"));

      // When
      stopped.stop();
      ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly();

      // Then
      await().atMost(LIMIT).until(() -> children.failure().isDone());
      assertThatThrownBy(children::requireAllAlive)
          .hasMessageStartingWith("killed ended with exit code 137 (signal 9). It wrote nothing.");
    }
  }

  @Test
  void shouldLeaveNoChildBehindWhenTheLauncherIsKilled() throws IOException {
    // Given
    Path pids = folder.resolve("pids");
    Process launcher =
        new ProcessBuilder(
                JavaCommand.withHeap(64)
                    .small()
                    .main(KilledLauncher.class.getName(), pids.toString()))
            .inheritIO()
            .start();
    await().atMost(LIMIT).until(() -> Files.exists(pids) && Files.readAllLines(pids).size() == 2);
    List<ProcessHandle> children =
        Files.readAllLines(pids).stream()
            .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
            .toList();
    assertThat(children).allMatch(ProcessHandle::isAlive);

    // When
    launcher.destroyForcibly();

    // Then
    await().atMost(LIMIT).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
  }

  private ChildCommand shell(String name, String script) {
    return new ChildCommand(name, List.of("sh", "-c", script), folder.resolve(name + ".log"));
  }

  private static void awaitOutput(ChildProcess child) {
    child.awaitReady(
        LIMIT,
        () -> {
          if (Files.size(child.log()) == 0) {
            throw new IllegalStateException("silent");
          }
        });
  }

  private static void refuse() {
    throw new IllegalStateException("connection refused");
  }
}
