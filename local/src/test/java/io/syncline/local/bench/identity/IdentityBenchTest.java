package io.syncline.local.bench.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncline.local.bench.report.BenchReport;
import io.syncline.local.bench.report.Figure;
import io.syncline.local.platform.folder.Checkout;
import io.syncline.local.terminal.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityBenchTest {

  private static final String RULES =
      """
      customer:
        normalise: {name: attributes.name, city: attributes.city}
        rules:
          name: {all: [exact: name]}
          city: {all: [exact: city], gives: review}
      """;

  private static final String PEOPLE =
      """
      id,name,city,who
      1,ada,london,a
      2,ada,london,a
      3,ada,paris,b
      4,aida,london,a
      """;

  @TempDir private Path folder;
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  @Test
  void shouldMeasureWhatTheRulesFind() throws IOException {
    // When
    BenchReport report = bench(RULES, PEOPLE).run();

    // Then
    assertThat(values(report, 0))
        .containsEntry("pairs that are the same", 3.0)
        .containsEntry("found wrongly", 2.0)
        .containsEntry("missed", 2.0)
        .containsEntry("for review", 2.0)
        .containsEntry("random orders with others", 0.0);
    assertThat(values(report, 0).get("precision")).isBetween(33.3, 33.4);
  }

  @Test
  void shouldShowTheMostFrequentMistakes() throws IOException {
    // When
    bench(RULES, PEOPLE).run();

    // Then
    assertThat(shown.toString(StandardCharsets.UTF_8))
        .containsSubsequence(
            "2  missed, for review by city: name differ",
            "1 | ada | london | a",
            "4 | aida | london | a",
            "2  wrong, by name: city, who differ");
  }

  @Test
  void shouldRefuseRulesOverAColumnThatIsNotThere() {
    assertThatThrownBy(() -> bench(RULES.replace("attributes.city", "city"), PEOPLE).run())
        .hasMessage(
            "people.csv has no column for [city] of the rules: write attributes.<column>;"
                + " there is [city, id, name, who]");
  }

  @Test
  void shouldSayWhereTheRulesAreWrong() {
    assertThatThrownBy(() -> bench(RULES.replace("exact: name", "exact: nam"), PEOPLE).run())
        .hasMessageContaining("match.yaml:4:25: 'nam' is no value");
  }

  @Test
  void shouldReachTheAimOnFebrl() throws URISyntaxException {
    // Given
    Path febrl = Checkout.find().root().resolve("../shared/data/febrl");
    Assumptions.assumeTrue(Files.isDirectory(febrl), "the data sets are not beside the checkout");
    Path rules = Path.of(IdentityBench.class.getResource("febrl.match.yaml").toURI());

    // When
    BenchReport report = bench(febrl, rules, "rec-([0-9]+)-.*", 1).run();

    // Then
    assertThat(report.sections()).hasSize(3);
    assertThat(report.sections().stream().flatMap(section -> section.figures().stream()))
        .allSatisfy(figure -> assertThat(figure.meetsAim()).as(figure.what()).isTrue());
  }

  private IdentityBench bench(String rules, String people) throws IOException {
    return bench(
        Files.writeString(folder.resolve("people.csv"), people),
        Files.writeString(folder.resolve("match.yaml"), rules),
        "who",
        20);
  }

  private IdentityBench bench(Path data, Path rules, String truth, int orders) {
    PrintStream standard = System.out;
    System.setOut(new PrintStream(shown, true, StandardCharsets.UTF_8));
    try {
      return new IdentityBench(
          new IdentityPlan(List.of(data), rules, truth, "", "customer", orders, 9),
          Screen.standardOutput(Map.of()));
    } finally {
      System.setOut(standard);
    }
  }

  private static Map<String, Double> values(BenchReport report, int section) {
    return report.sections().get(section).figures().stream()
        .collect(Collectors.toMap(Figure::what, figure -> figure.samples().median()));
  }
}
