package io.syncline.streams.topology;

import static io.syncline.streams.kafka.StoreCatalogue.CANONICAL_ASSEMBLY;
import static io.syncline.streams.kafka.StoreCatalogue.CANONICAL_ORDER;
import static io.syncline.streams.kafka.StoreCatalogue.CANONICAL_WAITING;
import static io.syncline.streams.kafka.StoreCatalogue.QUALITY_QUARANTINE;
import static io.syncline.streams.topology.StrictSource.firm;
import static io.syncline.streams.topology.StrictSource.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.schemas.Order;
import io.syncline.schemas.OrderLine;
import io.syncline.schemas.SourceKeys;
import io.syncline.schemas.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Parts of orders that other rows refuse. */
class RefusedOrderFlowTest {

  /** The test driver's clock stands still. */
  private static final long START = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

  private final Flow flow = new Flow(StrictSource.mappings());

  @AfterEach
  void close() {
    flow.close();
  }

  @Test
  void shouldWithdrawALineWhoseRowIsNotThere() {
    // Given
    order();
    item(71, 5);
    item(72, 6);
    good(5, 1000);
    good(6, 1000);

    // When
    flow.delete(StrictSource.NAME, "goods", 6L, 2000);
    var meanwhile = lines();
    good(6, 3000);

    // Then
    assertThat(meanwhile).containsExactly("71");
    assertThat(lines()).containsExactly("71", "72");
    assertThat(flow.entries(QUALITY_QUARANTINE)).isEmpty();
  }

  @Test
  void shouldLetLinesWaitForAHeaderThatIsWithdrawn() {
    // Given
    order();
    item(71, 5);
    good(5, 1000);

    // When
    flow.delete(StrictSource.NAME, "firms", 7L, 2000);

    // Then
    assertThat(flow.entries(CANONICAL_ORDER)).isEmpty();
    assertThat(flow.entries(CANONICAL_WAITING).values())
        .flatExtracting(order -> order.getMissing().stream().map(SourceKeys::text).toList())
        .containsExactly("acme/order/10");
    assertThat(flow.entries(QUALITY_QUARANTINE)).containsOnlyKeys("acme/order/10");
  }

  @Test
  void shouldComeBackBeyondTheVersionThatWasTakenBack() {
    // Given
    order();

    // When
    flow.delete(StrictSource.NAME, "firms", 7L, 2000);
    firm(flow, 7, "Harbour", 3000);

    // Then
    assertThat(flow.published(Topics.ORDER))
        .extracting(Flow.Published::value)
        .satisfiesExactly(
            first -> assertThat(first).isNotNull(),
            gone -> assertThat(gone).isNull(),
            again -> assertThat(again).extracting(Order::getVersion).isEqualTo(START + 1));
  }

  @Test
  void shouldForgetAnOrderThatIsDeletedWhileItIsWithdrawn() {
    // Given
    order();
    flow.delete(StrictSource.NAME, "firms", 7L, 2000);

    // When
    flow.delete(StrictSource.NAME, "sales", 10L, 3000);
    item(71, 5);
    good(5, 1000);

    // Then
    assertThat(flow.entries(CANONICAL_WAITING)).isEmpty();
    assertThat(flow.entries(QUALITY_QUARANTINE)).isEmpty();
    assertThat(flow.entries(CANONICAL_ASSEMBLY).values())
        .singleElement()
        .satisfies(order -> assertThat(order.getHeaderDeleted()).isTrue());
  }

  private void order() {
    person(flow, 1, "Ada", "", 0, 1000);
    firm(flow, 7, "Harbour", 1000);
    flow.upsert(StrictSource.NAME, "sales", 10L, 1000, Map.of("buyer", 1L, "branch", 7L));
  }

  private void item(long key, long batch) {
    flow.upsert(
        StrictSource.NAME,
        "items",
        key,
        1000,
        Map.of("sale", 10L, "pieces", 2.0, "price", 3.5, "batch", batch));
  }

  private void good(long key, long version) {
    flow.upsert(StrictSource.NAME, "goods", key, version, Map.of("title", "Tea"));
  }

  private List<String> lines() {
    return flow.entries(CANONICAL_ORDER).values().stream()
        .flatMap(order -> order.getLines().stream())
        .map(OrderLine::getLine)
        .toList();
  }
}
