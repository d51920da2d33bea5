package io.syncline.streams.topology;

import static io.syncline.streams.kafka.StoreCatalogue.QUALITY_CAUSE;
import static io.syncline.streams.kafka.StoreCatalogue.QUALITY_QUARANTINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.schemas.Cause;
import io.syncline.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is in quarantine now, and for which reasons. */
class QuarantineFlowTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Map<String, Object> GOOD = Map.of("name", "Ada", "mail", "ada@example.org");
  private static final Map<String, Object> BAD = Map.of("name", "Ada", "mail", "no address");

  private final Flow flow = new Flow(Declared.with());

  @AfterEach
  void close() {
    flow.close();
  }

  @Test
  void shouldHoldTheLastVersionThatWasRefused() {
    // Given
    flow.upsert("acme", "people", "1", 1000, BAD);
    flow.passTime(Duration.ofMinutes(1));

    // When
    flow.upsert("acme", "people", "1", 2000, Map.of("mail", "no address"));

    // Then
    assertThat(flow.entries(QUALITY_QUARANTINE))
        .containsOnlyKeys("acme/customer/1")
        .hasEntrySatisfying(
            "acme/customer/1",
            entry -> {
              assertThat(entry.getRejection().getOrigin().getCoordinates().getOffset())
                  .isEqualTo(1);
              assertThat(entry.getFirstSeen()).isEqualTo(START);
              assertThat(entry.getLastSeen()).isEqualTo(START.plusSeconds(60));
            });
  }

  @Test
  void shouldLetGoWhatANewerGoodVersionMends() {
    // Given
    flow.upsert("acme", "people", "1", 1000, BAD);

    // When
    flow.upsert("acme", "people", "1", 2000, GOOD);

    // Then
    assertThat(flow.entries(QUALITY_QUARANTINE)).isEmpty();
    assertThat(flow.entries(QUALITY_CAUSE)).isEmpty();
  }

  @Test
  void shouldLetGoWhatWasDeleted() {
    // Given
    flow.upsert("acme", "people", "1", 1000, BAD);

    // When
    flow.delete("acme", "people", "1", 2000);

    // Then
    assertThat(flow.entries(QUALITY_QUARANTINE)).isEmpty();
  }

  @Test
  void shouldNotLetGoForAnOlderGoodVersion() {
    // Given
    flow.upsert("acme", "people", "1", 2000, BAD);

    // When
    flow.upsert("acme", "people", "1", 1000, GOOD);

    // Then
    assertThat(flow.entries(QUALITY_QUARANTINE)).containsOnlyKeys("acme/customer/1");
  }

  @Test
  void shouldNotHoldAnOlderVersionThanOneThatPassed() {
    // Given
    flow.upsert("acme", "people", "1", 2000, GOOD);

    // When
    flow.upsert("acme", "people", "1", 1000, BAD);

    // Then
    assertThat(flow.entries(QUALITY_QUARANTINE)).isEmpty();
    assertThat(flow.rejections()).hasSize(1);
  }

  @Test
  void shouldNotHoldAnOlderVersionInPlaceOfANewer() {
    // Given
    flow.upsert("acme", "people", "1", 2000, BAD);

    // When
    flow.upsert("acme", "people", "1", 1000, Map.of("mail", "nor this"));

    // Then
    assertThat(flow.entries(QUALITY_QUARANTINE).get("acme/customer/1"))
        .extracting(entry -> entry.getRejection().getOrigin().getTimestamp().toEpochMilli())
        .isEqualTo(2000L);
  }

  @Test
  void shouldNameWhatCannotBeReadAsPreciselyAsItCan() {
    // Given
    var topic = Topics.ofTable("acme", "people");
    var garbage = "garbage".getBytes(StandardCharsets.UTF_8);

    // When
    flow.publish(topic, null, garbage, 1000);
    flow.publish(topic, flow.key(topic, "5"), garbage, 1000);

    // Then
    assertThat(flow.published(Topics.QUARANTINE))
        .extracting(Flow.Published::key)
        .containsExactly("crm.acme.people-0-0", "crm.acme.people/5");
    assertThat(flow.entries(QUALITY_QUARANTINE))
        .containsOnlyKeys("crm.acme.people-0-0", "crm.acme.people/5");
  }

  @Test
  void shouldNotHoldAnOlderUnreadableVersionInPlaceOfANewer() {
    // Given
    var topic = Topics.ofTable("acme", "people");
    flow.publish(topic, flow.key(topic, "5"), new byte[] {1}, 2000);

    // When
    flow.publish(topic, flow.key(topic, "5"), new byte[] {2}, 1000);

    // Then
    assertThat(flow.entries(QUALITY_QUARANTINE).get("crm.acme.people/5"))
        .extracting(entry -> entry.getRejection().getOrigin().getTimestamp().toEpochMilli())
        .isEqualTo(2000L);
  }

  @Test
  void shouldLetGoARowThatCanBeReadAgain() {
    // Given
    var topic = Topics.ofTable("acme", "people");
    flow.publish(topic, flow.key(topic, "5"), "garbage".getBytes(StandardCharsets.UTF_8), 1000);

    // When
    flow.upsert("acme", "people", "5", 2000, BAD);

    // Then
    assertThat(flow.entries(QUALITY_QUARANTINE)).containsOnlyKeys("acme/customer/5");
  }

  @Test
  void shouldCountEachReason() {
    // When
    flow.upsert("acme", "people", "1", 1000, BAD);
    flow.passTime(Duration.ofMinutes(1));
    flow.upsert("acme", "people", "2", 1000, Map.of("mail", "no address"));
    flow.upsert("acme", "people", "1", 2000, GOOD);

    // Then
    assertThat(flow.entries(QUALITY_CAUSE))
        .hasSize(2)
        .hasEntrySatisfying(
            "0/acme/customer/quality/email/email/is no e-mail address: correct it in the source",
            cause -> {
              assertThat(cause.getCount()).isEqualTo(1);
              assertThat(cause.getFirstSeen()).isEqualTo(START);
              assertThat(cause.getLastSeen()).isEqualTo(START.plusSeconds(60));
              assertThat(cause.getExample()).isEqualTo("acme/customer/2");
            });
  }

  @Test
  void shouldStillSayWhatIsWrongWithTheOneWhenTheOtherIsMended() {
    // Given
    flow.upsert("acme", "items", "1", 1000, line(1.0, 1E20));
    flow.upsert("acme", "items", "2", 1000, line(1.0, 1.00001));

    // When
    flow.upsert("acme", "items", "1", 2000, line(1.0, 1.0));

    // Then
    assertThat(flow.entries(QUALITY_CAUSE).values())
        .singleElement()
        .satisfies(cause -> assertThat(cause.getMessage()).startsWith("has more than 4 decimals"))
        .satisfies(cause -> assertThat(cause.getCount()).isEqualTo(1));
  }

  @Test
  void shouldTellColumnsApartThatLackTheSame() {
    // When
    flow.upsert("acme", "items", "1", 1000, line(Double.NaN, 1.0));
    flow.upsert("acme", "items", "2", 1000, line(1.0, Double.NaN));

    // Then
    assertThat(flow.entries(QUALITY_CAUSE).values())
        .extracting(Cause::getMessage)
        .satisfiesExactlyInAnyOrder(
            message -> assertThat(message).startsWith("column 'pieces' holds no"),
            message -> assertThat(message).startsWith("column 'price' holds no"));
  }

  @Test
  void shouldCountARecordOnceHoweverOftenItIsRefused() {
    // When
    flow.upsert("acme", "people", "1", 1000, BAD);
    flow.upsert("acme", "people", "1", 2000, Map.of("name", "Ada", "mail", "nor this"));

    // Then
    assertThat(flow.entries(QUALITY_CAUSE).values())
        .extracting(Cause::getCount)
        .containsExactly(1L);
  }

  private static Map<String, Object> line(double pieces, double price) {
    return Map.of("sale", "10", "pieces", pieces, "price", price);
  }
}
