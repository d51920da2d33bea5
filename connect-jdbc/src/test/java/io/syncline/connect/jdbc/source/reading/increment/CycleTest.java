package io.syncline.connect.jdbc.source.reading.increment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CycleTest {
  private static final Edge END = new Edge(5_000_000, Optional.of("2026-01-01T00:00"));
  private static final Cycle CYCLE = new Cycle(Optional.of(new Edge(4_999_000, END.floor())), END);

  @Test
  void shouldGoOnBehindTheLastTransactionThatLeftARow() {
    assertThat(CYCLE.next(4_999_990)).isEqualTo(new Edge(4_999_991, END.floor()));
  }

  @Test
  void shouldNotFallBehindByAnEpochOfNumbersWhereNothingIsWritten() {
    assertThat(CYCLE.next(7)).isEqualTo(new Edge(4_000_000, END.floor()));
  }

  @Test
  void shouldComeBackFromItsOffset() {
    // Given
    var offset = new LinkedHashMap<String, String>();

    // When
    CYCLE.toOffset(offset);

    // Then
    assertThat(Cycle.fromOffset(offset)).contains(CYCLE);
    assertThat(Cycle.fromOffset(new LinkedHashMap<>())).isEmpty();
  }
}
