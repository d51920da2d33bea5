package io.syncline.local.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {

  @Test
  void shouldTakeTheMiddleOfAnOddNumber() {
    assertThat(new Samples(List.of(9.0, 1.0, 2.0)).median()).isEqualTo(2);
  }

  @Test
  void shouldTakeTheMeanOfTheMiddleTwoOfAnEvenNumber() {
    assertThat(new Samples(List.of(9.0, 1.0, 2.0, 4.0)).median()).isEqualTo(3);
  }

  @Test
  void shouldKnowItsEnds() {
    // Given
    Samples samples = new Samples(List.of(3.0, 1.0, 2.0));

    // Then
    assertThat(samples.min()).isEqualTo(1);
    assertThat(samples.max()).isEqualTo(3);
  }

  /** The medians of both, 20 and 100, would say 0.2. */
  @Test
  void shouldCompareRepeatByRepeat() {
    // Given
    Samples ours = new Samples(List.of(10.0, 20.0, 90.0));
    Samples yardstick = new Samples(List.of(20.0, 200.0, 100.0));

    // When
    Samples ratio = ours.dividedBy(yardstick);

    // Then
    assertThat(ratio.values()).containsExactly(0.5, 0.1, 0.9);
    assertThat(ratio.median()).isEqualTo(0.5);
  }

  @Test
  void shouldRefuseToCompareOtherRepeats() {
    assertThatThrownBy(() -> Samples.of(1).dividedBy(new Samples(List.of(1.0, 2.0))))
        .hasMessage("1 repeats cannot be compared with 2");
  }

  @Test
  void shouldRefuseToBeEmpty() {
    assertThatThrownBy(() -> new Samples(List.of())).hasMessage("Nothing was measured");
  }
}
