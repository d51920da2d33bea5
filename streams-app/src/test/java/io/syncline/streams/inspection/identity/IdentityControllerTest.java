package io.syncline.streams.inspection.identity;

import static io.syncline.streams.CanonicalFixtures.aReference;
import static io.syncline.streams.kafka.StoreCatalogue.CANONICAL_REFERENCE;
import static io.syncline.streams.kafka.StoreCatalogue.IDENTITY_DECISION;
import static io.syncline.streams.kafka.StoreCatalogue.IDENTITY_NODE;
import static io.syncline.streams.kafka.StoreCatalogue.IDENTITY_REVIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.syncline.schemas.Decision;
import io.syncline.schemas.NodeAddress;
import io.syncline.schemas.Review;
import io.syncline.schemas.SourceKeys;
import io.syncline.schemas.Topics;
import io.syncline.streams.FakeTopicWriter;
import io.syncline.streams.HttpTest;
import io.syncline.streams.identity.node.NodeActor;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MicronautTest
class IdentityControllerTest extends HttpTest {

  private static final String ADA = "north/customer/1";
  private static final String KING = "south/customer/a/b";

  @Inject FakeTopicWriter topics;

  @BeforeEach
  void twoRecords() {
    topics.put();
    stores.put(IDENTITY_NODE, ADA, NodeActor.unborn(new NodeAddress(ADA, 3), 0));
    stores.put(IDENTITY_NODE, KING, NodeActor.unborn(new NodeAddress(KING, 1), 0));
  }

  @Test
  void shouldTellTheTopologyWhatAPersonSays() {
    // When
    var answer = post(order());

    // Then
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json())
        .containsEntry("one", Map.of("source", "north", "entity", "customer", "key", "1"))
        .containsEntry("same", false)
        .containsEntry("reason", "father and son");
    assertThat(topics.put())
        .singleElement()
        .satisfies(
            put -> {
              assertThat(put.topic()).isEqualTo(Topics.DECISION.name());
              assertThat(put.key()).isEqualTo(answer.json().get("id"));
              var decision = (Decision) put.value().orElseThrow();
              assertThat(decision.getOne()).isEqualTo(new NodeAddress(ADA, 3));
              assertThat(decision.getOther()).isEqualTo(new NodeAddress(KING, 1));
            });
  }

  @Test
  void shouldGiveTwoRecordsOneDecisionWhicheverComesFirst() {
    // When
    var first = post(order()).json();
    var order = order();
    order.put("one", order.get("other"));
    order.put("other", Map.of("source", "north", "key", "1"));
    var second = post(order).json();

    // Then
    assertThat(second.get("id")).isEqualTo(first.get("id"));
    assertThat(second.get("one")).isEqualTo(first.get("one"));
  }

  @ParameterizedTest
  @CsvSource({
    "entity, order, 'entity' is 'order'",
    "entity, , 'entity' is missing",
    "same, , 'same' is missing",
    "by, ' ', 'by' is missing",
    "one, , 'one' is missing",
  })
  void shouldSayWhatIsWrongWithAnOrder(String field, String value, String message) {
    // Given
    var order = order();
    order.put(field, value);

    // When
    var answer = post(order);

    // Then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("detail").toString()).contains(message);
    assertThat(topics.put()).isEmpty();
  }

  @Test
  void shouldRefuseOneRecordTwice() {
    // Given
    var order = order();
    order.put("other", order.get("one"));

    // When
    var answer = post(order);

    // Then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("detail").toString()).contains("same record");
  }

  @Test
  void shouldSayWhichRecordIsNotKnown() {
    // Given
    var order = order();
    order.put("other", Map.of("source", "south", "key", "9"));

    // When
    var answer = post(order);

    // Then
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().get("detail").toString()).contains("'south/customer/9' is not known");
  }

  @Test
  void shouldTakeADecisionBack() {
    // Given
    stores.put(IDENTITY_DECISION, "d-1", decision());

    // When
    var known = delete("d-1");
    var unknown = delete("d-2");

    // Then
    assertThat(known.status()).isEqualTo(202);
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(topics.put())
        .singleElement()
        .satisfies(
            put -> {
              assertThat(put.key()).isEqualTo("d-1");
              assertThat(put.value()).isEmpty();
            });
  }

  @Test
  void shouldListDecisions() {
    // Given
    stores.put(IDENTITY_DECISION, "d-1", decision());

    // When
    var answer = get("/api/identity/decisions").json();

    // Then
    assertThat((List<?>) answer.get("decisions"))
        .singleElement()
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("id", "d-1")
        .containsEntry("by", "steward")
        .containsEntry("decided_at", "1970-01-01T00:00:00Z");
  }

  @Test
  void shouldAskPageByPageWhatIsOpen() {
    // Given
    review("a", "b", "name/x", 0.5);
    review("a", "b", "phone/y", 0.6);
    review("a", "c", "name/x", 0.5);
    review("a", "d", "name/x", 0.5);
    review("a", "e", "name/x", 0.5);
    stores.put(CANONICAL_REFERENCE, record("a"), aReference(SourceKeys.parse(record("a")), "1"));
    stores.put(CANONICAL_REFERENCE, record("c"), aReference(SourceKeys.parse(record("c")), "1"));
    var decided = post(order("a", "d")).json().get("id").toString();
    stores.put(IDENTITY_DECISION, decided, decision());

    // When
    var first = get("/api/identity/reviews?max=1").json();
    var second = get("/api/identity/reviews?max=1&from=" + first.get("next")).json();

    // Then
    assertThat(first.get("reviews").toString())
        .contains("key=a", "key=b", "rule=name", "shared=y", "score=0.6");
    assertThat(second.get("reviews").toString()).contains("key=e").doesNotContain("key=b");
    assertThat(second).containsEntry("next", null);
  }

  @Test
  void shouldRefuseACursorThatIsNone() {
    // When
    var answer = get("/api/identity/reviews?from=%21");

    // Then
    assertThat(answer.status()).isEqualTo(400);
  }

  private void review(String one, String other, String key, double score) {
    var review = new Review(record(one), record(other), key, score);
    stores.put(IDENTITY_REVIEW, String.join("\u0000", record(one), record(other), key), review);
    stores.put(IDENTITY_NODE, record(one), NodeActor.unborn(new NodeAddress(record(one), 0), 0));
    stores.put(
        IDENTITY_NODE, record(other), NodeActor.unborn(new NodeAddress(record(other), 0), 0));
  }

  private static String record(String key) {
    return "north/customer/" + key;
  }

  private static Decision decision() {
    return new Decision(
        new NodeAddress(ADA, 3), new NodeAddress(KING, 1), true, "steward", null, Instant.EPOCH);
  }

  private static Map<String, Object> order() {
    var order = order("1", "2");
    order.put("other", Map.of("source", "south", "key", "a/b"));
    return order;
  }

  private static Map<String, Object> order(String one, String other) {
    return new HashMap<>(
        Map.of(
            "entity",
            "customer",
            "one",
            Map.of("source", "north", "key", one),
            "other",
            Map.of("source", "north", "key", other),
            "same",
            false,
            "by",
            "steward",
            "reason",
            "father and son"));
  }

  private Answer post(Map<String, Object> order) {
    return exchange(HttpRequest.POST("/api/identity/decisions", order));
  }

  private Answer delete(String id) {
    return exchange(HttpRequest.DELETE("/api/identity/decisions/" + id));
  }
}
