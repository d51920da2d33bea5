package io.syncline.local.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

  private static final Samples OURS = new Samples(List.of(100_000.0, 90_000.0, 120_000.0));
  private static final Samples BARE = new Samples(List.of(200_000.0, 300_000.0, 200_000.0));

  private static final Section SECTION =
      new Section(
          "Source",
          List.of(
              Figure.ours("our source", "rows/s", OURS),
              Figure.yardstick("bare read", "rows/s", BARE, OURS).withAim(Aim.atLeast(0.45)),
              Figure.ours("p99", "ms", Samples.of(31.26)).withAim(Aim.atMost(30))));

  @Test
  void shouldPrintEachRatioBesideItsAim() {
    assertThat(ReportTable.lines(SECTION))
        .containsExactly(
            "                                   median         min … max             ours / it  min … max      aim",
            "our source                        100,000 rows/s  90,000 … 120,000",
            "bare read                         200,000 rows/s  200,000 … 300,000          0.50  0.30 … 0.60    >= 0.45  met",
            "p99                                  31.3 ms                                                      <= 30.0  missed");
  }

  @Test
  void shouldHoldTheMedianAgainstTheAim() {
    // Given
    Figure figure = Figure.yardstick("bare read", "rows/s", BARE, OURS);

    // Then
    assertThat(figure.meetsAim()).as("no aim").isTrue();
    assertThat(figure.withAim(Aim.atLeast(0.5)).meetsAim()).isTrue();
    assertThat(figure.withAim(Aim.atLeast(0.51)).meetsAim()).isFalse();
    assertThat(figure.withAim(Aim.atMost(0.5)).meetsAim()).isTrue();
    assertThat(figure.withAim(Aim.atMost(0.49)).meetsAim()).isFalse();
  }

  @Test
  void shouldWriteEveryRepeatAsJson(@TempDir Path folder) throws Exception {
    // Given
    Path file = folder.resolve("report.json");
    RunOn runOn = new RunOn(Map.of("cores", "2")).with("rows", "5");

    // When
    ReportJson.write(new BenchReport("connect", runOn, List.of(SECTION)), file);

    // Then
    JsonNode json = new ObjectMapper().readTree(file.toFile());
    assertThat(json.at("/runOn/rows").asText()).isEqualTo("5");
    JsonNode bare = json.at("/sections/0/figures/1");
    assertThat(bare.path("what").asText()).isEqualTo("bare read");
    assertThat(bare.at("/measured/repeats/1").asDouble()).isEqualTo(300_000);
    assertThat(bare.at("/oursAgainstIt/median").asDouble()).isEqualTo(0.5);
    assertThat(bare.at("/aim/bound").asText()).isEqualTo("at_least");
    assertThat(bare.at("/aim/met").asBoolean()).isTrue();
    assertThat(json.at("/sections/0/figures/0").has("aim")).isFalse();
  }

  @Test
  void shouldSayWhichFileCannotBeWritten(@TempDir Path folder) {
    // Given
    BenchReport report = new BenchReport("connect", new RunOn(Map.of()), List.of());

    // Then
    assertThatThrownBy(() -> ReportJson.write(report, folder.resolve("no/report.json")))
        .hasMessageContaining("no/report.json");
  }
}
