package io.syncline.streams.inspection.identity;

import static io.syncline.streams.CanonicalFixtures.aReference;
import static io.syncline.streams.kafka.StoreCatalogue.CANONICAL_REFERENCE;
import static io.syncline.streams.kafka.StoreCatalogue.IDENTITY_REVIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.syncline.schemas.Review;
import io.syncline.schemas.SourceKeys;
import io.syncline.streams.HttpTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** More reviews than are read at once. */
@MicronautTest
class ReviewPagesTest extends HttpTest {

  @Test
  void shouldComeToAnEndWhereTwoRecordsHaveMoreKeysThanAPage() {
    // Given
    for (var key = 0; key < 1_200; key++) {
      review("a", "b", "name/%04d".formatted(key), 0.5);
    }
    review("a", "c", "name/x", 0.5);

    // When
    var pages = new ArrayList<Map<String, Object>>();
    for (Object from = ""; from != null && pages.size() < 10; ) {
      pages.add(get("/api/identity/reviews?max=1&from=" + from).json());
      from = pages.get(pages.size() - 1).get("next");
    }

    // Then
    assertThat(pages).extracting(ReviewPagesTest::others).containsExactly("b", "c");
  }

  @Test
  void shouldNotWalkThroughTheWholeStoreForAPage() {
    // Given
    stores.put(CANONICAL_REFERENCE, record("a"), aReference(SourceKeys.parse(record("a")), "1"));
    for (var key = 10_000; key < 12_500; key++) {
      var other = Integer.toString(key);
      review("a", other, "name/x", 0.5);
      stores.put(
          CANONICAL_REFERENCE, record(other), aReference(SourceKeys.parse(record(other)), "1"));
    }
    review("a", "z", "name/x", 0.5);

    // When
    var first = get("/api/identity/reviews").json();
    var next = first;
    while (others(next).isEmpty() && next.get("next") != null) {
      next = get("/api/identity/reviews?from=" + next.get("next")).json();
    }

    // Then
    assertThat(others(first)).isEmpty();
    assertThat(first.get("next")).isNotNull();
    assertThat(others(next)).isEqualTo("z");
  }

  /** Keys of the other records of a page's pairs. */
  @SuppressWarnings("unchecked")
  private static String others(Map<String, Object> page) {
    return ((List<Map<String, Map<String, Object>>>) page.get("reviews"))
        .stream()
            .map(review -> review.get("other").get("key").toString())
            .collect(Collectors.joining(","));
  }

  private void review(String one, String other, String key, double score) {
    stores.put(
        IDENTITY_REVIEW,
        String.join("\u0000", record(one), record(other), key),
        new Review(record(one), record(other), key, score));
  }

  private static String record(String key) {
    return "north/customer/" + key;
  }
}
