package io.syncline.streams.inspection.quarantine;

import static io.syncline.streams.inspection.quarantine.QuarantineFixtures.ADA;
import static io.syncline.streams.inspection.quarantine.QuarantineFixtures.MONDAY;
import static io.syncline.streams.inspection.quarantine.QuarantineFixtures.cause;
import static io.syncline.streams.inspection.quarantine.QuarantineFixtures.put;
import static io.syncline.streams.inspection.quarantine.QuarantineFixtures.putUnmapped;
import static io.syncline.streams.kafka.StoreCatalogue.QUALITY_CAUSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.syncline.schemas.RedriveRequest;
import io.syncline.streams.FakeTopicWriter;
import io.syncline.streams.FakeTopicWriter.Written;
import io.syncline.streams.HttpTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders to send records back from quarantine. */
@MicronautTest
class RedriveControllerTest extends HttpTest {

  @Inject FakeTopicWriter topics;

  @BeforeEach
  void forgetRequests() {
    topics.written();
  }

  @Test
  void shouldSendOneRecordBackInItsOwnPartition() {
    // Given
    put(stores, ADA, 3, "email");

    // When
    var answer = redrive(Map.of("id", ADA));

    // Then
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json()).containsEntry("accepted", 1);
    assertThat(topics.written())
        .containsExactly(new Written("quarantine.redrive", 3, new RedriveRequest(List.of(ADA))));
  }

  @Test
  void shouldSendAllOfACauseBack() {
    // Given
    put(stores, "north/customer/1", 0, "email");
    put(stores, "north/customer/2", 1, "email");
    put(stores, "north/customer/3", 0, "email");
    put(stores, "north/customer/4", 0, "named");

    // When
    var answer = redrive(Map.of("source", "north", "rule", "email"));

    // Then
    assertThat(answer.json()).containsEntry("accepted", 3);
    assertThat(topics.written())
        .containsExactly(
            new Written(
                "quarantine.redrive",
                0,
                new RedriveRequest(List.of("north/customer/1", "north/customer/3"))),
            new Written("quarantine.redrive", 1, new RedriveRequest(List.of("north/customer/2"))));
  }

  @Test
  void shouldSendNothingBackOfAnotherCause() {
    // Given
    putUnmapped(stores, "north/customer/1", "birth", "is no number");
    putUnmapped(stores, "north/customer/2", "price", "is no number");
    putUnmapped(stores, "north/customer/3", "price", "has more than 4 decimals");
    put(stores, "north/customer/4", 0, "mapping", "price");

    // When
    var answer =
        redrive(
            Map.of(
                "stage",
                "mapping",
                "rule",
                "mapping",
                "field",
                "price",
                "message",
                "is no number"));

    // Then
    assertThat(answer.json()).containsEntry("accepted", 1);
    assertThat(topics.written())
        .containsExactly(
            new Written("quarantine.redrive", 0, new RedriveRequest(List.of("north/customer/2"))));
  }

  @Test
  void shouldSendManyBackInSmallRequests() {
    // Given
    IntStream.range(0, 450).forEach(i -> put(stores, "north/customer/" + i, 0, "email"));

    // When
    var answer = redrive(Map.of("rule", "email"));

    // Then
    assertThat(answer.json()).containsEntry("accepted", 450);
    assertThat(topics.written())
        .extracting(written -> ((RedriveRequest) written.value()).getIds().size())
        .containsExactly(200, 200, 50);
  }

  @Test
  void shouldRefuseAnOrderThatNamesNothing() {
    // Given
    put(stores, ADA, 0, "email");

    // When
    var answer = redrive(Map.of());

    // Then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("names nothing");
    assertThat(topics.written()).isEmpty();
  }

  @Test
  void shouldRefuseAnOrderThatNamesARecordAndACause() {
    // Given
    put(stores, ADA, 0, "email");

    // When
    var answer = redrive(Map.of("id", ADA, "rule", "named"));

    // Then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("one record and a cause: give 'id' alone, or one or more");
    assertThat(topics.written()).isEmpty();
  }

  @Test
  void shouldRefuseAnOrderWithAPropertyThatThereIsNot() {
    // Given
    put(stores, ADA, 0, "email");

    // When
    var answer = redrive(Map.of("sorce", "south", "rule", "email"));

    // Then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("detail").toString())
        .isEqualTo("There is no property 'sorce': what there is stands at /swagger-ui.");
    assertThat(topics.written()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "source | nroth | the source 'nroth': did you mean 'north'?",
        "entity | product | the entity 'product': there is customer.",
        "stage | mapping | the stage 'mapping': there is quality.",
        "rule | emial | the rule 'emial': did you mean 'email'?",
        "field | mail | the field 'mail': did you mean 'email'?",
        "message | is bad | all of this at once."
      })
  void shouldSayWhatNothingInQuarantineHas(String property, String word, String reason) {
    // Given
    put(stores, ADA, 0, "email");
    stores.put(QUALITY_CAUSE, "0/a", cause("email", 1, MONDAY, MONDAY, ADA));

    // When
    var answer = redrive(Map.of(property, word));

    // Then
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().get("detail").toString())
        .startsWith("Nothing in quarantine has " + reason)
        .endsWith("/api/quarantine");
    assertThat(topics.written()).isEmpty();
  }

  @Test
  void shouldRefuseAnOrderForARecordThatIsNotThere() {
    assertThat(redrive(Map.of("id", ADA)).status()).isEqualTo(404);
  }

  private Answer redrive(Map<String, String> order) {
    return exchange(HttpRequest.POST("/api/quarantine/redrive", order));
  }
}
