package io.syncline.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.syncline.local.cli.SynclineCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole benchmark on few rows: that it measures, not how fast anything is. */
class ConnectBenchIT {

  private static final Map<String, List<String>> FIGURES =
      Map.of(
          "Source", List.of("our source, exactly-once", "bare cursor read", "COPY TO STDOUT"),
          "Sink",
              List.of(
                  "our sink, version guard on",
                  "bare COPY, two threads",
                  "bare upserts, two threads",
                  "our sink's tasks alone"),
          "Detection", List.of("p50", "p99", "longest"),
          "Wake-up", List.of("p50", "p99", "longest"),
          "Connect worker", List.of("heap after a collection"));

  @Test
  void shouldMeasureEverythingAndStopWhatItStarted(@TempDir Path folder) throws Exception {
    // Given
    Path file = folder.resolve("report.json");
    Set<ProcessHandle> before = children();

    // When
    int exitCode =
        SynclineCommand.run(
            "bench", "connect", "--rows", "2000", "--repeats", "1", "--json", file.toString());

    // Then
    assertThat(exitCode).isZero();
    JsonNode report = new ObjectMapper().readTree(file.toFile());
    FIGURES.forEach(
        (title, names) -> {
          Map<String, JsonNode> figures = figures(report, title);
          assertThat(figures.keySet()).as(title).containsAll(names);
          figures.forEach(
              (name, figure) ->
                  assertThat(figure.at("/measured/median").asDouble()).as(name).isPositive());
        });
    assertThat(aims(report)).containsExactly(0.45, 0.60, 0.85, 30.0, 30.0, 5.0, 15.0);
    assertThat(ratios(report)).hasSize(5).allSatisfy(ratio -> assertThat(ratio).isPositive());
    assertThat(report.path("runOn").path("cores").asText()).isNotEmpty();
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

  private static List<Double> aims(JsonNode report) {
    List<Double> aims = new ArrayList<>();
    report.findValues("aim").forEach(aim -> aims.add(aim.path("value").asDouble()));
    return aims;
  }

  private static List<Double> ratios(JsonNode report) {
    List<Double> ratios = new ArrayList<>();
    report
        .findValues("oursAgainstIt")
        .forEach(ratio -> ratios.add(ratio.path("median").asDouble()));
    return ratios;
  }

  /** Platforms of other tests may be among them. */
  private static Set<ProcessHandle> children() {
    return ProcessHandle.current().descendants().collect(Collectors.toSet());
  }
}
