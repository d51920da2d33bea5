package io.syncline.connect.jdbc.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Test
  void shouldDoubleUpToAMinute() {
    // Given
    var backoff = new Backoff(Duration.ofSeconds(10), 0);

    // When
    var waits = Stream.generate(() -> backoff.afterFailure().orElseThrow().toSeconds()).limit(5);

    // Then
    assertThat(waits).containsExactly(10L, 20L, 40L, 60L, 60L);
  }

  @Test
  void shouldGiveUpAfterTheLastAttempt() {
    // Given
    var backoff = new Backoff(Duration.ofMillis(1), 2);
    backoff.afterFailure();

    // Then
    assertThat(backoff.afterFailure()).isEmpty();
  }

  @Test
  void shouldCountAnewAfterSuccess() {
    // Given
    var backoff = new Backoff(Duration.ofMillis(1), 2);
    backoff.afterFailure();

    // When
    backoff.succeeded();

    // Then
    assertThat(backoff.afterFailure()).contains(Duration.ofMillis(1));
  }
}
