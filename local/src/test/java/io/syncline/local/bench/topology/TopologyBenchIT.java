package io.syncline.local.bench.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.syncline.local.cli.SynclineCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole benchmark on few rows: that it measures, not how fast anything is. */
class TopologyBenchIT {

  private static final Map<String, List<String>> FIGURES =
      Map.of(
          "The whole topology",
          List.of("all stages", "P: plain clients", "CPU per record", "P's"),
          "Stage by stage",
          List.of("up to source", "up to mapping", "up to quality", "up to identity", "all stages"),
          "Delay",
          List.of("p50", "p99", "longest"),
          "State",
          List.of("stores on disk, a customer", "changelogs, a customer"),
          "Restore",
          List.of("restore", "bare consumer", "start with state", "start without"),
          "20 updates/s beside",
          List.of("p50, own addresses", "p99, one address"));

  @Test
  void shouldMeasureEverythingAndStopWhatItStarted(@TempDir Path folder) throws Exception {
    // Given
    Path file = folder.resolve("report.json");
    Set<ProcessHandle> before = children();

    // When
    int exitCode =
        SynclineCommand.run(
            List.of(
                    "bench topology --customers 200 --repeats 1 --threads 2 --seconds 3",
                    "--rate 40 --hot 120 --json " + file)
                .stream()
                .flatMap(words -> List.of(words.split(" ")).stream())
                .toArray(String[]::new));

    // Then
    assertThat(exitCode).isZero();
    JsonNode report = new ObjectMapper().readTree(file.toFile());
    FIGURES.forEach(
        (title, names) -> {
          Map<String, JsonNode> figures = figures(report, title);
          assertThat(figures.keySet()).as(title).containsAll(names);
          names.forEach(
              name ->
                  assertThat(figures.get(name).at("/measured/median").asDouble())
                      .as(name)
                      .isPositive());
        });
    assertThat(figures(report, "Delay").get("never seen").at("/measured/median").asDouble())
        .isZero();
    await().untilAsserted(() -> assertThat(before).containsAll(children()));
  }

  private static Map<String, JsonNode> figures(JsonNode report, String title) {
    Map<String, JsonNode> figures = new TreeMap<>();
    for (JsonNode section : report.path("sections")) {
      if (section.path("title").asText().startsWith(title)) {
        section.path("figures").forEach(each -> figures.put(each.path("what").asText(), each));
      }
    }
    return figures;
  }

  /** Platforms of other tests may be among them. */
  private static Set<ProcessHandle> children() {
    return ProcessHandle.current().descendants().collect(Collectors.toSet());
  }
}
