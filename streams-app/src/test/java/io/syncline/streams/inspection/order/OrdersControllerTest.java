package io.syncline.streams.inspection.order;

import static io.syncline.streams.CanonicalFixtures.aReference;
import static io.syncline.streams.CanonicalFixtures.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.syncline.schemas.Entity;
import io.syncline.schemas.WaitingOrder;
import io.syncline.streams.HttpTest;
import io.syncline.streams.json.AvroJson;
import io.syncline.streams.kafka.StoreCatalogue;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

@MicronautTest
class OrdersControllerTest extends HttpTest {

  @Test
  void shouldShowEveryFieldAsTheStoresAndTheChangeFeedDo() {
    // Given
    var order = anOrder("o-1");
    stores.put(StoreCatalogue.CANONICAL_ORDER, "o-1", order);

    // When
    var answer = get("/api/orders/o-1");

    // Then
    assertThat(answer.json().toString()).isEqualTo(AvroJson.of(order).toString());
  }

  @Test
  void shouldFindAnOrderByItsKeyInTheSource() {
    // Given
    stores.put(StoreCatalogue.CANONICAL_ORDER, "o-1", anOrder("o-1"));
    stores.put(
        StoreCatalogue.CANONICAL_REFERENCE,
        "north/order/10248",
        aReference(Entity.ORDER.of("north", "10248"), "o-1"));

    // When
    var answer = get("/api/orders?source=north&key=10248");

    // Then
    assertThat(answer.json()).containsEntry("id", "o-1");
  }

  @Test
  void shouldSayWhatAnOrderWaitsFor() {
    // Given
    stores.put(StoreCatalogue.CANONICAL_WAITING, "o-1", aWaitingOrder("o-1"));

    // When
    var answer = get("/api/orders/o-1");

    // Then
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json())
        .containsEntry("type", "urn:syncline:problem:record-waits")
        .containsEntry("next", "retry");
    assertThat(answer.text()).contains("north/customer/4711");
  }

  @Test
  void shouldListTheOrdersThatWaitPageByPage() {
    // Given
    stores.put(StoreCatalogue.CANONICAL_WAITING, "o-1", aWaitingOrder("o-1"));
    stores.put(StoreCatalogue.CANONICAL_WAITING, "o-2", aWaitingOrder("o-2"));

    // When
    var first = get("/api/orders/waiting?max=1");
    var second = get("/api/orders/waiting?max=1&from=" + first.json().get("next"));

    // Then
    assertThat(first.json().get("orders"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .singleElement()
        .isEqualTo(
            Map.of(
                "id",
                "o-1",
                "source",
                Map.of("source", "north", "entity", "order", "key", "10248"),
                "missing",
                List.of(Map.of("source", "north", "entity", "customer", "key", "4711"))));
    assertThat(second.text()).contains("o-2").contains("\"next\":null");
  }

  private static WaitingOrder aWaitingOrder(String id) {
    return new WaitingOrder(
        id, Entity.ORDER.of("north", "10248"), List.of(Entity.CUSTOMER.of("north", "4711")));
  }
}
