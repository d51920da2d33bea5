package io.syncline.streams.topology;

import static io.syncline.streams.kafka.StoreCatalogue.QUALITY_DUPLICATE;
import static io.syncline.streams.kafka.StoreCatalogue.QUALITY_DUPLICATE_TALLY;
import static io.syncline.streams.kafka.StoreCatalogue.QUALITY_QUARANTINE;
import static io.syncline.streams.kafka.StoreCatalogue.QUALITY_TALLY;
import static io.syncline.streams.kafka.StoreCatalogue.SOURCE_LATEST;
import static io.syncline.streams.kafka.StoreCatalogue.SOURCE_TALLY;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.schemas.LatestVersion;
import io.syncline.schemas.Tally;
import io.syncline.streams.kafka.Store;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What of a source is there, and whether it is as the source has it. */
class CompletenessFlowTest {

  private static final Map<String, Object> ADA = Map.of("name", "Ada", "mail", "ada@example.org");
  private static final Map<String, Object> GRACE =
      Map.of("name", "Grace", "mail", "grace@example.org");
  private static final Map<String, Object> BAD = Map.of("name", "Ada", "mail", "no address");

  private final Flow flow = new Flow(Declared.with());

  @AfterEach
  void close() {
    flow.close();
  }

  @Test
  void shouldCountEachRowOnceWhileItIsThere() {
    // When
    flow.upsert("acme", "people", "1", 1000, ADA);
    flow.upsert("acme", "people", "1", 2000, GRACE);
    flow.upsert("acme", "people", "2", 1000, BAD);
    flow.upsert("acme", "people", "3", 1000, GRACE);
    flow.delete("acme", "people", "3", 2000);
    flow.delete("acme", "people", "3", 3000);
    flow.delete("acme", "people", "4", 1000);

    // Then
    assertThat(count(SOURCE_TALLY, "people")).isEqualTo(2);
  }

  @Test
  void shouldMissARecordOfWhichNoVersionPassed() {
    // When
    flow.upsert("acme", "people", "1", 1000, BAD);
    flow.upsert("acme", "people", "1", 2000, Map.of("name", "Ada", "mail", "nor this"));

    // Then
    assertThat(count(QUALITY_TALLY, "customer/refused")).isEqualTo(1);
    assertThat(count(QUALITY_TALLY, "customer/missing")).isEqualTo(1);
  }

  @Test
  void shouldNotMissARecordOfWhichAnOlderVersionPassed() {
    // When
    flow.upsert("acme", "people", "1", 1000, ADA);
    flow.upsert("acme", "people", "1", 2000, BAD);

    // Then
    assertThat(count(QUALITY_TALLY, "customer/refused")).isEqualTo(1);
    assertThat(count(QUALITY_TALLY, "customer/missing")).isZero();
  }

  @Test
  void shouldMissARecordNoLongerOnceAnOlderVersionPassesLate() {
    // Given
    flow.upsert("acme", "people", "1", 2000, BAD);

    // When
    flow.upsert("acme", "people", "1", 1000, ADA);

    // Then
    assertThat(count(QUALITY_TALLY, "customer/refused")).isEqualTo(1);
    assertThat(count(QUALITY_TALLY, "customer/missing")).isZero();
  }

  @Test
  void shouldMissARecordThatWasDeletedAndComesBackBad() {
    // Given
    flow.upsert("acme", "people", "1", 1000, ADA);
    flow.delete("acme", "people", "1", 2000);

    // When
    flow.upsert("acme", "people", "1", 3000, BAD);

    // Then
    assertThat(count(QUALITY_TALLY, "customer/missing")).isEqualTo(1);
  }

  @Test
  void shouldForgetWhatWasRefusedOnceItPasses() {
    // Given
    flow.upsert("acme", "people", "1", 1000, BAD);

    // When
    flow.upsert("acme", "people", "1", 2000, ADA);

    // Then
    assertThat(flow.entries(QUALITY_TALLY)).isEmpty();
  }

  @Test
  void shouldCountARowOnceHoweverOftenItIsRedriven() {
    // Given
    flow.upsert("acme", "people", "1", 1000, BAD);

    // When
    flow.redrive("acme/customer/1");
    flow.redrive("acme/customer/1");

    // Then
    assertThat(count(SOURCE_TALLY, "people")).isEqualTo(1);
    assertThat(count(QUALITY_TALLY, "customer/missing")).isEqualTo(1);
    assertThat(flow.entries(SOURCE_LATEST).values()).allMatch(LatestVersion::getFirst);
  }

  @Test
  void shouldCountARowThatIsFirstReadWhenItIsRedriven() {
    // Given
    var before = new Flow(Declared.with());
    before.upsert("acme", "people", "1", 1000, BAD);
    try (var unread = before.restartedWith(Declared.with(), List.of(QUALITY_QUARANTINE))) {

      // When
      unread.redrive("acme/customer/1");

      // Then
      assertThat(unread.entries(SOURCE_TALLY)).hasSize(1);
    }
  }

  @Test
  void shouldCountWhatOneSourceHasTwice() {
    // When
    flow.upsert("acme", "people", "1", 1000, ADA);
    flow.upsert("acme", "people", "2", 1000, ADA);
    flow.upsert("acme", "people", "3", 1000, ADA);
    flow.upsert("acme", "people", "4", 1000, GRACE);

    // Then
    assertThat(count(QUALITY_DUPLICATE_TALLY, "customer")).isEqualTo(2);
    assertThat(flow.entries(QUALITY_DUPLICATE)).hasSize(1);
  }

  @Test
  void shouldCountADuplicateNoLongerOnceItLeaves() {
    // Given
    flow.upsert("acme", "people", "1", 1000, ADA);
    flow.upsert("acme", "people", "2", 1000, ADA);

    // When
    flow.upsert("acme", "people", "2", 2000, GRACE);

    // Then
    assertThat(flow.entries(QUALITY_DUPLICATE_TALLY)).isEmpty();
    assertThat(flow.entries(QUALITY_DUPLICATE)).isEmpty();
  }

  private long count(Store<Tally> store, String subject) {
    return flow.entries(store).values().stream()
        .filter(tally -> tally.getSubject().equals(subject))
        .mapToLong(Tally::getCount)
        .sum();
  }
}
