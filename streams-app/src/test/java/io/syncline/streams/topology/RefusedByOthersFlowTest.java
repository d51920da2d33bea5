package io.syncline.streams.topology;

import static io.syncline.streams.kafka.StoreCatalogue.CANONICAL_CUSTOMER;
import static io.syncline.streams.kafka.StoreCatalogue.IDENTITY_NODE;
import static io.syncline.streams.kafka.StoreCatalogue.QUALITY_QUARANTINE;
import static io.syncline.streams.kafka.StoreCatalogue.QUALITY_TALLY;
import static io.syncline.streams.topology.StrictSource.firm;
import static io.syncline.streams.topology.StrictSource.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.schemas.Tally;
import io.syncline.schemas.Topics;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A record that other rows refuse is in quarantine and nowhere else, whatever came first. */
class RefusedByOthersFlowTest {

  private static final String ADA = "acme/customer/1";
  private static final String BOB = "acme/customer/2";
  private static final String MAIL = "same@example.org";
  private static final String OTHER_MAIL = "other@example.org";

  private Flow flow = new Flow(StrictSource.mappings());

  @AfterEach
  void close() {
    flow.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldPublishTheFirstOfAValueAloneWhoeverCameFirst(boolean firstComesFirst) {
    // When
    person(flow, firstComesFirst ? 1 : 2, firstComesFirst ? "Ada" : "Bob", MAIL, 0, 1000);
    person(flow, firstComesFirst ? 2 : 1, firstComesFirst ? "Bob" : "Ada", MAIL, 0, 1000);

    // Then
    assertThat(names()).containsExactly("Ada");
    assertThat(flow.entries(QUALITY_QUARANTINE)).containsOnlyKeys(BOB);
    assertThat(count("customer/missing")).isEqualTo(1);
    assertThat(flow.entries(IDENTITY_NODE).get(BOB).getReport().getFirstVersion()).isEqualTo(1000);
  }

  @Test
  void shouldNotPublishBeforeTheOthersWereAsked() {
    // Given
    person(flow, 1, "Ada", MAIL, 0, 1000);
    flow.published(Topics.CUSTOMER);

    // When
    person(flow, 2, "Bob", MAIL, 0, 1000);
    person(flow, 3, "Cy", OTHER_MAIL, 7, 1000);

    // Then
    assertThat(flow.published(Topics.CUSTOMER)).isEmpty();
    assertThat(flow.published(Topics.CROSS_REFERENCE))
        .extracting(Flow.Published::key)
        .containsOnly(ADA);
  }

  @Test
  void shouldNotRefuseWhatOnlyWaits() {
    // Given
    firm(flow, 7, "Engines", 1000);

    // When
    person(flow, 1, "Ada", MAIL, 7, 1000);

    // Then
    assertThat(names()).containsExactly("Ada");
    assertThat(flow.rejections()).isEmpty();
  }

  @Test
  void shouldComeBackOnceTheOtherIsGone() {
    // Given
    person(flow, 2, "Bob", MAIL, 0, 1000);
    person(flow, 1, "Ada", MAIL, 0, 1000);

    // When
    flow.delete(StrictSource.NAME, "people", 1L, 2000);

    // Then
    assertThat(names()).containsExactly("Bob");
    assertThat(flow.entries(QUALITY_QUARANTINE)).isEmpty();
    assertThat(flow.entries(QUALITY_TALLY)).isEmpty();
  }

  @Test
  void shouldComeBackOnceTheOtherHasAnotherValue() {
    // Given
    person(flow, 2, "Bob", MAIL, 0, 1000);
    person(flow, 1, "Ada", MAIL, 0, 1000);

    // When
    person(flow, 1, "Ada", OTHER_MAIL, 0, 2000);

    // Then
    assertThat(names()).containsExactlyInAnyOrder("Ada", "Bob");
    assertThat(flow.entries(QUALITY_QUARANTINE)).isEmpty();
  }

  @Test
  void shouldBeWithdrawnWhileTheRowItNamesIsNotThere() {
    // Given
    firm(flow, 7, "Engines", 1000);
    person(flow, 1, "Ada", MAIL, 7, 1000);

    // When
    flow.delete(StrictSource.NAME, "firms", 7L, 2000);
    var meanwhile = names();
    var refused = flow.entries(QUALITY_QUARANTINE);
    firm(flow, 7, "Looms", 3000);

    // Then
    assertThat(meanwhile).isEmpty();
    assertThat(refused).containsOnlyKeys(ADA);
    assertThat(refused.get(ADA).getMissing()).isTrue();
    assertThat(names()).containsExactly("Ada");
    assertThat(flow.entries(QUALITY_QUARANTINE)).isEmpty();
  }

  @Test
  void shouldBeInQuarantineAlsoWhenTheSourceHasSaidTheSameAgain() {
    // Given
    firm(flow, 7, "Engines", 1000);
    person(flow, 1, "Ada", MAIL, 7, 1000);
    person(flow, 1, "Ada", MAIL, 7, 2000);

    // When
    flow.delete(StrictSource.NAME, "firms", 7L, 3000);

    // Then
    assertThat(names()).isEmpty();
    assertThat(flow.entries(QUALITY_QUARANTINE)).containsOnlyKeys(ADA);
  }

  @Test
  void shouldStayRefusedWhenItIsRedriven() {
    // Given
    person(flow, 2, "Bob", MAIL, 0, 1000);
    person(flow, 1, "Ada", MAIL, 0, 1000);

    // When
    flow.redrive(BOB);

    // Then
    assertThat(names()).containsExactly("Ada");
    assertThat(flow.entries(QUALITY_QUARANTINE)).containsOnlyKeys(BOB);
  }

  @Test
  void shouldPassWhenItIsRedrivenUnderRulesThatOnlyWarn() {
    // Given
    person(flow, 2, "Bob", MAIL, 0, 1000);
    person(flow, 1, "Ada", MAIL, 0, 1000);
    flow = flow.restartedWith(StrictSource.lenient());

    // When
    flow.redrive(BOB);

    // Then
    assertThat(flow.entries(QUALITY_QUARANTINE)).isEmpty();
    assertThat(flow.entries(IDENTITY_NODE).get(BOB).getReport().getRecord()).isPresent();
  }

  @Test
  void shouldKeepTheLastGoodVersionWhileOneIsRefusedForItself() {
    // Given
    firm(flow, 7, "Engines", 1000);
    person(flow, 1, "Ada", MAIL, 7, 1000);

    // When
    person(flow, 1, "ada", OTHER_MAIL, 8, 2000);
    firm(flow, 7, "Looms", 3000);

    // Then
    assertThat(flow.entries(CANONICAL_CUSTOMER).values())
        .singleElement()
        .satisfies(ada -> assertThat(ada.getCompany()).hasValue("Looms"));
    assertThat(version(ADA)).isEqualTo(2000);
    assertThat(count("customer/missing")).isZero();
  }

  @Test
  void shouldWithdrawTheLastGoodVersionWhileOneIsRefusedForItself() {
    // Given
    firm(flow, 7, "Engines", 1000);
    person(flow, 1, "Ada", MAIL, 7, 1000);
    person(flow, 1, "ada", MAIL, 7, 2000);

    // When
    flow.delete(StrictSource.NAME, "firms", 7L, 2000);
    var meanwhile = names();
    var missing = count("customer/missing");
    firm(flow, 7, "Looms", 3000);

    // Then
    assertThat(meanwhile).isEmpty();
    assertThat(missing).isEqualTo(1);
    assertThat(names()).containsExactly("Ada");
    assertThat(version(ADA)).isEqualTo(2000);
    assertThat(count("customer/missing")).isZero();
  }

  @Test
  void shouldNotPassAnOlderVersionThatOthersRefuse() {
    // Given
    person(flow, 1, "ada", MAIL, 0, 2000);

    // When
    person(flow, 1, "Ada", MAIL, 7, 1000);

    // Then
    assertThat(names()).isEmpty();
    assertThat(version(ADA)).isEqualTo(2000);
  }

  @Test
  void shouldNotPassAnOlderVersionThatWasNeverAskedFor() {
    // Given
    firm(flow, 8, "looms", 1000);
    person(flow, 1, "Ada", MAIL, 8, 2000);

    // When
    person(flow, 1, "Ada", MAIL, 7, 1000);

    // Then
    assertThat(names()).isEmpty();
    assertThat(version(ADA)).isEqualTo(2000);
    assertThat(count("customer/missing")).isEqualTo(1);
  }

  @Test
  void shouldNotPassAnOlderVersionInPlaceOfANewerThatOthersRefuse() {
    // Given
    person(flow, 1, "Ada", MAIL, 7, 2000);

    // When
    person(flow, 1, "Ada", MAIL, 0, 1000);
    firm(flow, 7, "Engines", 1000);

    // Then
    assertThat(names()).containsExactly("Ada");
    assertThat(flow.entries(IDENTITY_NODE).get(ADA).getReport().getFirstVersion()).isEqualTo(1000);
    assertThat(flow.entries(QUALITY_QUARANTINE)).isEmpty();
  }

  private List<String> names() {
    return flow.entries(CANONICAL_CUSTOMER).values().stream()
        .map(customer -> customer.getName().orElseThrow())
        .toList();
  }

  /** Of what is in quarantine. */
  private long version(String record) {
    return flow.entries(QUALITY_QUARANTINE)
        .get(record)
        .getRejection()
        .getOrigin()
        .getTimestamp()
        .toEpochMilli();
  }

  private long count(String subject) {
    return flow.entries(QUALITY_TALLY).values().stream()
        .filter(tally -> tally.getSubject().equals(subject))
        .mapToLong(Tally::getCount)
        .sum();
  }
}
