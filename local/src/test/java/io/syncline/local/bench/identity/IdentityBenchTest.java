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
import java.util.Random;
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

  private static final String CONTRADICTING_RULES =
      """
      customer:
        normalise:
          email: attributes.email
          name: attributes.name
          street: attributes.street
          tax: attributes.tax
        rules:
          email: {all: [exact: email]}
          street: {all: [exact: street], limit: 6}
          name:
            block: [tokens name]
            all: [{jaro_winkler: name, min: 0.8}]
        veto: [exact: tax]
        limit: 10
        max_cluster: 5
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
        .containsEntry("different results", 1.0)
        .containsEntry("clustered otherwise at once", 0.0);
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
  void shouldFindTheSameInAnyOrderWhereEvidenceContradictsItself() throws IOException {
    // When
    BenchReport report = bench(CONTRADICTING_RULES, crowd()).run();

    // Then
    assertThat(values(report, 0))
        .containsEntry("different results", 1.0)
        .containsEntry("clustered otherwise at once", 0.0)
        .hasEntrySatisfying("joins refused", refused -> assertThat(refused).isPositive())
        .hasEntrySatisfying("keys muted", muted -> assertThat(muted).isPositive());
    assertThat(shown.toString(StandardCharsets.UTF_8)).contains("100 %  20");
  }

  @Test
  void shouldReachTheAimOnFebrl() throws URISyntaxException {
    // When
    BenchReport report = bench(febrl(), febrlRules(), "rec-([0-9]+)-.*", 1).run();

    // Then
    assertThat(report.sections()).hasSize(3);
    shouldMeetAllAims(report);
  }

  @Test
  void shouldFindTheSameInAnyOrderOnFebrl() throws URISyntaxException {
    // Given
    Path set = febrl().resolve("dataset1.csv");

    // When
    BenchReport report = bench(set, febrlRules(), "rec-([0-9]+)-.*", 5).run();

    // Then
    shouldMeetAllAims(report);
    assertThat(values(report, 0)).containsEntry("different results", 1.0);
  }

  private static void shouldMeetAllAims(BenchReport report) {
    assertThat(report.sections().stream().flatMap(section -> section.figures().stream()))
        .allSatisfy(figure -> assertThat(figure.meetsAim()).as(figure.what()).isTrue());
  }

  private static Path febrl() {
    Path febrl = Checkout.find().root().resolve("../shared/data/febrl");
    Assumptions.assumeTrue(Files.isDirectory(febrl), "the data sets are not beside the checkout");
    return febrl;
  }

  private static Path febrlRules() throws URISyntaxException {
    return Path.of(IdentityBench.class.getResource("febrl.match.yaml").toURI());
  }

  /** People who share a lot, and now and then must not be one. */
  private static String crowd() {
    Random random = new Random(4);
    StringBuilder text = new StringBuilder("id,email,name,street,tax,who\n");
    for (int at = 0; at < 80; at++) {
      text.append(at)
          .append(",e")
          .append(random.nextInt(40))
          .append(',')
          .append(List.of("ada king", "adam king", "ada kong").get(random.nextInt(3)))
          .append(at % 20)
          .append(",s")
          .append(random.nextInt(15))
          // Whoever has none stands between those who may not meet.
          .append(at % 3 == 0 ? "," : ",t" + random.nextInt(4))
          .append(",w\n");
    }
    return text.toString();
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
