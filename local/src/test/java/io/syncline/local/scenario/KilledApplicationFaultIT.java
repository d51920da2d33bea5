package io.syncline.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.syncline.schemas.Topic;
import io.syncline.schemas.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** Promise 1: nothing lost, nothing twice, through kills of the application. */
@GeneratedPair
class KilledApplicationFaultIT {

  private static final int KILLS = 3;

  @Test
  void shouldLoseAndRepeatNothingWhenItIsKilledUnderLoad(Scenario scenario) throws Exception {
    // Given
    scenario.shouldEqual();
    var load = Load.start(scenario);

    // When
    for (var kill = 0; kill < KILLS; kill++) {
      pass(ThreadLocalRandom.current().nextLong(500, 3000));
      scenario.platform().app().process().kill9();
      scenario.platform().app().restart();
    }
    var transactions = load.stop();

    // Then
    assertThat(transactions).isGreaterThan(100);
    scenario.shouldEqual();
    for (var topic : Topics.canonical()) {
      shouldHoldNoVersionTwice(scenario, topic);
    }
  }

  /** The moment of the kill is nobody's choice, so there is nothing to wait for. */
  private static void pass(long milliseconds) {
    var duration = Duration.ofMillis(milliseconds);
    await().pollDelay(duration).atMost(duration.plusSeconds(5)).until(() -> true);
  }

  /** A record that was sent again after a crash would show its version a second time. */
  private static <V extends SpecificRecord> void shouldHoldNoVersionTwice(
      Scenario scenario, Topic<V> topic) {
    var last = new HashMap<String, Long>();
    for (var record : scenario.topics().committed(topic)) {
      var value = record.value();
      if (value != null) {
        var version = (long) value.get(value.getSchema().getField("version").pos());
        var before = last.put(record.key(), version);
        assertThat(before == null || before < version)
            .as("%s %s: version %d after %d", topic.name(), record.key(), version, before)
            .isTrue();
      }
    }
    assertThat(last).as(topic.name()).isNotEmpty();
  }
}
