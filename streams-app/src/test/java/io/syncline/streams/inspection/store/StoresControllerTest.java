package io.syncline.streams.inspection.store;

import static io.syncline.streams.CanonicalFixtures.aCustomer;
import static io.syncline.streams.CanonicalFixtures.aReference;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.syncline.schemas.Entity;
import io.syncline.streams.HttpTest;
import io.syncline.streams.kafka.Store;
import io.syncline.streams.kafka.StoreCatalogue;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class StoresControllerTest extends HttpTest {

  private static final String CUSTOMERS = StoreCatalogue.CANONICAL_CUSTOMER.name();
  private static final String REFERENCES = StoreCatalogue.CANONICAL_REFERENCE.name();

  @Test
  void shouldListEveryStoreInTheOrderOfTheFlow() {
    // Given
    stores.put(StoreCatalogue.CANONICAL_CUSTOMER, "c-1", aCustomer("c-1"));

    // When
    var answer = get("/api/stores");

    // Then
    assertThat(answer.jsonList())
        .extracting(store -> store.get("name"))
        .isEqualTo(
            StoreCatalogue.all().stream()
                .map(Store::name)
                .filter(name -> !name.startsWith("mapping."))
                .toList());
    assertThat(answer.jsonList())
        .contains(
            Map.of(
                "name",
                CUSTOMERS,
                "type",
                "Customer",
                "description",
                "One person or organisation, as all sources together know it.",
                "keyed_by",
                StoreCatalogue.CANONICAL_CUSTOMER.keyedBy(),
                "partitions",
                List.of(0, 1),
                "approximate_entries",
                1));
  }

  @Test
  void shouldGiveTheEntriesPageByPage() {
    // Given
    stores.put(StoreCatalogue.CANONICAL_CUSTOMER, "c-1", aCustomer("c-1"));
    stores.put(StoreCatalogue.CANONICAL_CUSTOMER, "c-2", aCustomer("c-2"));

    // When
    var first = get("/api/stores/" + CUSTOMERS + "/entries?max=1");
    var second = get("/api/stores/" + CUSTOMERS + "/entries?from=" + first.json().get("next"));

    // Then
    assertThat(first.json()).containsEntry("next", "c-2");
    assertThat(second.json()).containsEntry("next", null);
    assertThat(second.json().get("entries"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"north/customer/4711", "north%2Fcustomer%2F4711"})
  void shouldGiveAnEntryWhoseKeyHoldsSlashes(String key) {
    // Given
    stores.put(
        StoreCatalogue.CANONICAL_REFERENCE,
        "north/customer/4711",
        aReference(Entity.CUSTOMER.of("north", "4711"), "c-1"));

    // When
    var answer = get("/api/stores/" + REFERENCES + "/" + key);

    // Then
    assertThat(answer.json()).containsEntry("key", "north/customer/4711");
    assertThat(answer.text()).contains("\"canonical_id\":\"c-1\"");
  }

  @Test
  void shouldNameTheStoresThereAreWhenAskedForAnother() {
    // When
    var answer = get("/api/stores/customers/entries");

    // Then
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).contains("store-unknown", "'customers'", CUSTOMERS, REFERENCES);
  }

  @Test
  void shouldSayThatAStoreHasNoSuchKey() {
    // When
    var answer = get("/api/stores/" + CUSTOMERS + "/c-1");

    // Then
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).contains("record-not-found", "/api/stores/" + CUSTOMERS + "/entries");
  }

  @ParameterizedTest
  @ValueSource(strings = {"max=0", "max=1001", "max=many"})
  void shouldRefuseAPageSizeOutOfBounds(String query) {
    // When
    var answer = get("/api/stores/" + CUSTOMERS + "/entries?" + query);

    // Then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("max");
  }
}
