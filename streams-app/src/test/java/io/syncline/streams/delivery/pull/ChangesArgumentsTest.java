package io.syncline.streams.delivery.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncline.schemas.Topics;
import io.syncline.streams.problem.SynclineException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesArgumentsTest {

  @ParameterizedTest
  @CsvSource({"0, PT0S", "5, PT5S", "30, PT30S", "PT2.5S, PT2.5S", "pt1s, PT1S"})
  void shouldReadAWaitInSecondsOrAsIso8601(String text, Duration wait) {
    assertThat(WaitTime.parse(text)).isEqualTo(wait);
  }

  @ParameterizedTest
  @ValueSource(strings = {"31", "-1", "PT31S", "PT-1S", "soon", "", "99999999999999999999"})
  void shouldRefuseAWaitOutOfBounds(String text) {
    assertThatThrownBy(() -> WaitTime.parse(text))
        .isInstanceOf(SynclineException.class)
        .hasMessageStartingWith("wait: ");
  }

  @Test
  void shouldReadEveryEntityWhenNoneIsNamed() {
    assertThat(EntityFilter.parse("")).isEqualTo(Topics.canonical());
  }

  @Test
  void shouldReadOnlyTheNamedEntities() {
    assertThat(EntityFilter.parse("order, customer,order"))
        .isEqualTo(List.of(Topics.ORDER, Topics.CUSTOMER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"invoice", "order_line", "order,,customer", ","})
  void shouldRefuseAnEntityThatHasNoFeed(String text) {
    assertThatThrownBy(() -> EntityFilter.parse(text))
        .isInstanceOf(SynclineException.class)
        .hasMessageContaining("customer, product, order");
  }
}
