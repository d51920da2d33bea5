package io.syncline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChartLintTest {

  private static final String VALUES = "values.yaml";

  @Test
  void shouldPassStrictLinting() {
    // When
    var result = Chart.lint(Chart.FOLDER);

    // Then
    assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
  }

  static Stream<Values> examples() {
    return Stream.of(Values.northToWarehouse(), Values.twoCrms());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void shouldPassStrictLintingWithTheExamples(Values example) {
    // Given
    var defaults = Values.read(Chart.FOLDER.resolve(VALUES));
    var chart = ChartCopy.make().folder();
    defaults.under(example).writeTo(chart.resolve(VALUES));

    // When
    var result = Chart.lint(chart);

    // Then
    assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
  }

  @Test
  void shouldFailLintingWhenATemplateIsBroken() {
    // Given
    var chart = ChartCopy.make().replacing("templates/serviceaccount.yaml", "{{- end }}", "");

    // When
    var result = Chart.lint(chart.folder());

    // Then
    assertThat(result.isFailed()).isTrue();
  }

  @Test
  void shouldCarryTheProjectsVersion() throws IOException {
    // When
    var chart = new YAMLMapper().readTree(Path.of("syncline", "Chart.yaml").toFile());

    // Then
    assertThat(chart.path("appVersion").asText()).isEqualTo(System.getProperty("syncline.version"));
  }
}
