package io.syncline.streams.inspection.reference;

import static io.syncline.streams.CanonicalFixtures.aReference;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.syncline.schemas.Entity;
import io.syncline.streams.HttpTest;
import io.syncline.streams.json.AvroJson;
import io.syncline.streams.kafka.StoreCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class CrossReferencesControllerTest extends HttpTest {

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "a%2Fb"})
  void shouldGiveACrossReferenceWhoseKeyHoldsASlash(String key) {
    // Given
    var reference = aReference(Entity.CUSTOMER.of("north", "a/b"), "c-1");
    stores.put(StoreCatalogue.CANONICAL_REFERENCE, "north/customer/a/b", reference);

    // When
    var answer = get("/api/cross-references/north/customer/" + key);

    // Then
    assertThat(answer.json().toString()).isEqualTo(AvroJson.of(reference).toString());
  }

  @Test
  void shouldSayThatThereIsNone() {
    // When
    var answer = get("/api/cross-references/north/customer/1");

    // Then
    assertThat(answer.status()).isEqualTo(404);
  }
}
