package io.syncline.streams.canonical.revision;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.schemas.Product;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RevisionTest {

  @Test
  void shouldTakeTheTimeAsTheFirstVersion() {
    assertThat(Revision.next(Optional.empty(), product("Tea"), 0, 1000).orElseThrow().getVersion())
        .isEqualTo(1000);
  }

  @Test
  void shouldGrowWhenTimeStandsStillOrGoesBack() {
    // Given
    var first = Revision.next(Optional.empty(), product("Tea"), 0, 1000);

    // When
    var second = Revision.next(first, product("Tee"), 0, 900).orElseThrow();

    // Then
    assertThat(second.getVersion()).isEqualTo(1001);
  }

  @Test
  void shouldBeBeyondWhatWasTakenBack() {
    // When
    var back = Revision.next(Optional.empty(), product("Tea"), 1000, 1000).orElseThrow();

    // Then
    assertThat(back.getVersion()).isEqualTo(1001);
    assertThat(back.getUpdatedAt()).isEqualTo(Instant.ofEpochMilli(1000));
  }

  @Test
  void shouldNotCountWhatChangesNothing() {
    // Given
    var first = Revision.next(Optional.empty(), product("Tea"), 0, 1000);

    // When
    var second = Revision.next(first, product("Tea"), 0, 2000);

    // Then
    assertThat(second).isEmpty();
  }

  private static Product product(String name) {
    var product = new Product();
    product.setId("p-1");
    product.setName(name);
    product.setAttributes(Map.of());
    product.setSources(List.of());
    product.setProvenance(List.of());
    return product;
  }
}
