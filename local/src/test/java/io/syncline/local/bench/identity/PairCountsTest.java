package io.syncline.local.bench.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairCountsTest {

  @Test
  void shouldCountPairsNotClusters() {
    // When: found {0,1,2} {3}; true {0,1} {2,3}
    PairCounts counts = PairCounts.of(List.of(0, 0, 0, 3), List.of(1, 1, 2, 2));

    // Then
    assertThat(counts).isEqualTo(new PairCounts(3, 1, 2));
    assertThat(counts.precision()).isCloseTo(1.0 / 3, within(1e-9));
    assertThat(counts.recall()).isCloseTo(0.5, within(1e-9));
    assertThat(counts.f1()).isCloseTo(0.4, within(1e-9));
  }

  @Test
  void shouldBeRightAboutNothing() {
    // When
    PairCounts counts = PairCounts.of(List.of(0, 1), List.of(0, 1));

    // Then
    assertThat(List.of(counts.precision(), counts.recall(), counts.f1())).containsOnly(1.0);
  }
}
