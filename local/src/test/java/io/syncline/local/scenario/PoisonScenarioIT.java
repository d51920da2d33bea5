package io.syncline.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.syncline.schemas.Rejection;
import io.syncline.schemas.SourceKeys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@GeneratedPair
class PoisonScenarioIT {

  private static final String TOPIC = "crm.north.customers";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void shouldQuarantineABadEmailUntilItIsCorrected(Scenario scenario) throws Exception {
    // Given
    scenario.shouldEqual();
    var id =
        scenario.ask(
            "north",
            "insert into customers (first_name, last_name, email)"
                + " values ('Bad', 'Mail', 'not an address') returning id");

    // When
    var rejection = rejectionOf(scenario, "north/customer/" + id);

    // Then
    assertThat(rejection.getViolations().get(0).getRule()).isEqualTo("email");
    assertThat(rejection.getViolations().get(0).getField()).hasValue("email");
    assertThat(rejection.getOrigin().getCoordinates().getTopic()).isEqualTo(TOPIC);

    // When
    scenario.change(
        "north", "update customers set email = 'bad.mail@example.org' where id = " + id);

    // Then
    scenario.shouldEqual();
  }

  @Test
  void shouldQuarantineARecordWithoutKeyAndLetTheRestFlow(Scenario scenario) throws Exception {
    // Given
    scenario.shouldEqual();
    var before = rejected(scenario).size();

    // When
    scenario.topics().publish(TOPIC, null, bytes("no key"));

    // Then
    var rejection = nextRejection(scenario, before);
    assertThat(rejection.getViolations().get(0).getRule()).isEqualTo("key");
    shouldStillFlow(scenario, "after-missing-key");
  }

  @Test
  void shouldQuarantineBytesThatCannotBeReadAndLetTheRestFlow(Scenario scenario) throws Exception {
    // Given
    scenario.shouldEqual();
    var before = rejected(scenario).size();
    var topics = scenario.topics();

    // When
    topics.publish(TOPIC, topics.key(TOPIC, 1L), bytes("garbage"));

    // Then
    var rejection = nextRejection(scenario, before);
    assertThat(rejection.getViolations().get(0).getRule()).isEqualTo("encoding");
    assertThat(rejection.getOrigin().getValue().orElseThrow()).isEqualTo(wrap("garbage"));
    shouldStillFlow(scenario, "after-garbage");
  }

  private static void shouldStillFlow(Scenario scenario, String marker) throws Exception {
    scenario.change(
        "north",
        "insert into customers (last_name, email) values ('%1$s', '%1$s@example.org')"
            .formatted(marker));
    scenario.shouldEqual();
  }

  private static Rejection rejectionOf(Scenario scenario, String sourceKey) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                rejected(scenario).stream()
                    .filter(
                        r -> r.getSourceKey().map(SourceKeys::text).equals(Optional.of(sourceKey)))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private static Rejection nextRejection(Scenario scenario, int before) {
    var rejected = await().atMost(PATIENCE).until(() -> rejected(scenario), r -> r.size() > before);
    return rejected.stream()
        .max(Comparator.comparing(r -> r.getOrigin().getTimestamp()))
        .orElseThrow();
  }

  private static List<Rejection> rejected(Scenario scenario) {
    return scenario.topics().committed(io.syncline.schemas.Topics.QUARANTINE).stream()
        .map(ConsumerRecord::value)
        .toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static ByteBuffer wrap(String text) {
    return ByteBuffer.wrap(bytes(text));
  }
}
