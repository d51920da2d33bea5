package io.syncline.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Screen screen =
      new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8), false, false);

  @Test
  void shouldPrintOneLineWhenATaskIsDone() {
    // Given
    Progress progress = screen.progress("rows");

    // When
    progress.show("north.orders", 0, 2_000);
    progress.show("north.orders", 1_000, 2_000);
    progress.show("north.orders", 2_000, 2_000);
    progress.show("north.orders", 2_000, 2_000);

    // Then
    assertThat(lines())
        .singleElement()
        .asString()
        .matches(" {2}north.orders {7}100 % {2}2,000 of 2,000 rows, [0-9,]+/s, done in 0\\.\\d s");
  }

  @Test
  void shouldPrintNoColourWithoutATerminal() {
    // When
    screen.section("Full load");
    screen.good("equal");

    // Then
    assertThat(lines()).containsExactly("", "Full load", "  equal");
  }

  @Test
  void shouldSayHowLongStill() {
    // Given
    Pace pace = new Pace(2_000, 0);
    pace.at(0, 5_000_000_000L);

    // When
    pace.at(500, 6_000_000_000L);

    // Then
    assertThat(pace.text("rows")).isEqualTo("500 of 2,000 rows, 500/s, 3 s left");
  }

  @Test
  void shouldKeepTheRateOfATaskThatIsDone() {
    // Given
    Pace pace = new Pace(2_000, 0);
    pace.at(2_000, 4_000_000_000L);

    // When
    pace.at(2_000, 60_000_000_000L);

    // Then
    assertThat(pace.text("rows")).isEqualTo("2,000 of 2,000 rows, 500/s, done in 4.0 s");
    assertThat(pace.percent()).isEqualTo(100);
  }

  @Test
  void shouldTakeAnEmptyTaskForDone() {
    assertThat(new Pace(0, 0).percent()).isEqualTo(100);
  }

  @Test
  void shouldPrintPlainLinesInContinuousIntegration() {
    // When
    Screen inCi = Screen.standardOutput(Map.of("CI", "true", "TERM", "xterm"));

    // Then
    assertThat(inCi.progress("rows")).isInstanceOf(ProgressLines.class);
  }

  private List<String> lines() {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
