package io.syncline.streams.inspection.customer;

import static io.syncline.streams.CanonicalFixtures.aCustomer;
import static io.syncline.streams.CanonicalFixtures.aReference;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.syncline.schemas.Entity;
import io.syncline.schemas.Redirect;
import io.syncline.streams.HttpTest;
import io.syncline.streams.json.AvroJson;
import io.syncline.streams.kafka.StoreCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class CustomersControllerTest extends HttpTest {

  @Test
  void shouldGiveACustomerByItsId() {
    // Given
    stores.put(StoreCatalogue.CANONICAL_CUSTOMER, "c-1", aCustomer("c-1"));

    // When
    var answer = get("/api/customers/c-1");

    // Then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json())
        .containsEntry("id", "c-1")
        .containsEntry("given_name", "Ada")
        .containsEntry("company", null)
        .containsEntry("updated_at", "2026-01-02T03:04:05.006Z");
  }

  @Test
  void shouldShowEveryFieldAsTheStoresAndTheChangeFeedDo() {
    // Given
    var customer = aCustomer("c-1");
    stores.put(StoreCatalogue.CANONICAL_CUSTOMER, "c-1", customer);

    // When
    var answer = get("/api/customers/c-1");

    // Then
    assertThat(answer.json().toString()).isEqualTo(AvroJson.of(customer).toString());
  }

  @Test
  void shouldFindACustomerByTheKeyOfASourceRecord() {
    // Given
    stores.put(StoreCatalogue.CANONICAL_CUSTOMER, "c-1", aCustomer("c-1"));
    stores.put(
        StoreCatalogue.CANONICAL_REFERENCE,
        "north/customer/47,11/a",
        aReference(Entity.CUSTOMER.of("north", "47,11/a"), "c-1"));

    // When
    var answer = get("/api/customers?source=north&key=47,11%2Fa");

    // Then
    assertThat(answer.json()).containsEntry("id", "c-1");
  }

  @Test
  void shouldAnswerForAMergedIdWithTheSurvivor() {
    // Given
    stores.put(StoreCatalogue.CANONICAL_CUSTOMER, "c-3", aCustomer("c-3"));
    stores.put(StoreCatalogue.CANONICAL_REDIRECT, "c-1", new Redirect("c-1", "c-2"));
    stores.put(StoreCatalogue.CANONICAL_REDIRECT, "c-2", new Redirect("c-2", "c-3"));

    // When
    var answer = get("/api/customers/c-1");

    // Then
    assertThat(answer.json()).containsEntry("id", "c-3");
  }

  @Test
  void shouldNotGoInCirclesWhereIdsAreJustChanging() {
    // Given
    stores.put(StoreCatalogue.CANONICAL_REDIRECT, "c-1", new Redirect("c-1", "c-2"));
    stores.put(StoreCatalogue.CANONICAL_REDIRECT, "c-2", new Redirect("c-2", "c-1"));

    // When
    var answer = get("/api/customers/c-1");

    // Then
    assertThat(answer.status()).isEqualTo(404);
  }

  @Test
  void shouldSayWhereToLookForACustomerThatIsNotThere() {
    // When
    var answer = get("/api/customers/c-2");

    // Then
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json())
        .containsEntry("type", "urn:syncline:problem:record-not-found")
        .containsEntry("next", "look-elsewhere");
    assertThat(answer.text()).contains("c-2", "?source=");
  }

  @Test
  void shouldSayThatASourceRecordHasNoCustomer() {
    // When
    var answer = get("/api/customers?source=north&key=1");

    // Then
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).contains("north/customer/1", "quarantine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"customers", "products", "orders"})
  void shouldNotAnswerOfASourceRecordAsOfATimeAsIfItWereNow(String records) {
    // When
    var answer = get("/api/%s?source=north&key=1&asOf=2026-01-02T03:04:05Z".formatted(records));

    // Then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("'asOf' goes with a canonical id", "/history");
  }

  @Test
  void shouldNameAnArgumentThatIsMissing() {
    // When
    var answer = get("/api/customers?source=north");

    // Then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("[key]");
  }
}
