package io.syncline.streams.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.syncline.streams.HttpTest;
import io.syncline.streams.runtime.StreamsStatus;
import io.syncline.streams.runtime.StreamsStatus.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@MicronautTest
class HealthTest extends HttpTest {

  @ParameterizedTest
  @EnumSource(value = Phase.class, mode = Mode.EXCLUDE, names = "FAILED")
  void shouldLiveInEveryPhaseThatItCanLeaveByItself(Phase phase) {
    // Given
    streams.stand(new StreamsStatus(phase, "", 0, 2));

    // When
    var answer = get("/health/liveness");

    // Then
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void shouldAskForARestartAfterAFault() {
    // Given
    streams.stand(new StreamsStatus(Phase.FAILED, "Mend it.", 0, 2));

    // When
    var answer = get("/health/liveness");

    // Then
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.text()).contains("\"remedy\":\"Mend it.\"");
  }

  @ParameterizedTest
  @EnumSource(value = Phase.class, mode = Mode.EXCLUDE, names = "RUNNING")
  void shouldNotBeReadyBeforeItRuns(Phase phase) {
    // Given
    streams.stand(new StreamsStatus(phase, "Something must happen.", 2, 2));

    // When
    var answer = get("/health/readiness");

    // Then
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.text()).contains("\"waits_for\":\"Something must happen.\"");
  }

  @Test
  void shouldNotBeReadyWhileAThreadIsMissing() {
    // Given
    streams.stand(new StreamsStatus(Phase.RUNNING, "One is on its way.", 1, 2));

    // When
    var answer = get("/health/readiness");

    // Then
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.text()).contains("\"threads\":\"1 of 2\"");
  }

  @Test
  void shouldBeReadyWhenEveryThreadRuns() {
    // Given
    streams.stand(new StreamsStatus(Phase.RUNNING, "", 2, 2));

    // When
    var answer = get("/health/readiness");

    // Then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).contains("\"phase\":\"running\"").doesNotContain("waits_for");
  }
}
