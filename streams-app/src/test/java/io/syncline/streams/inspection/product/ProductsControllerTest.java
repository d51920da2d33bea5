package io.syncline.streams.inspection.product;

import static io.syncline.streams.CanonicalFixtures.aProduct;
import static io.syncline.streams.CanonicalFixtures.aReference;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.syncline.schemas.Entity;
import io.syncline.streams.HttpTest;
import io.syncline.streams.json.AvroJson;
import io.syncline.streams.kafka.StoreCatalogue;
import org.junit.jupiter.api.Test;

@MicronautTest
class ProductsControllerTest extends HttpTest {

  @Test
  void shouldShowEveryFieldAsTheStoresAndTheChangeFeedDo() {
    // Given
    var product = aProduct("p-1");
    stores.put(StoreCatalogue.CANONICAL_PRODUCT, "p-1", product);

    // When
    var answer = get("/api/products/p-1");

    // Then
    assertThat(answer.json().toString()).isEqualTo(AvroJson.of(product).toString());
  }

  @Test
  void shouldGiveDecimalsWithoutRounding() {
    // Given
    stores.put(StoreCatalogue.CANONICAL_PRODUCT, "p-1", aProduct("p-1"));

    // When
    var answer = get("/api/products/p-1");

    // Then
    assertThat(answer.json()).containsEntry("unit_price", "123456789012345.6789");
  }

  @Test
  void shouldFindAProductByTheKeyOfASourceRecord() {
    // Given
    stores.put(StoreCatalogue.CANONICAL_PRODUCT, "p-1", aProduct("p-1"));
    stores.put(
        StoreCatalogue.CANONICAL_REFERENCE,
        "north/product/11",
        aReference(Entity.PRODUCT.of("north", "11"), "p-1"));

    // When
    var answer = get("/api/products?source=north&key=11");

    // Then
    assertThat(answer.json()).containsEntry("id", "p-1");
  }
}
