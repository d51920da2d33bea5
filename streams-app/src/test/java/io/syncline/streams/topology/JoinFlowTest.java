package io.syncline.streams.topology;

import static io.syncline.streams.kafka.StoreCatalogue.CANONICAL_CUSTOMER;
import static io.syncline.streams.kafka.StoreCatalogue.MAPPING_JOIN_MEMBER;
import static io.syncline.streams.kafka.StoreCatalogue.QUALITY_QUARANTINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.schemas.Customer;
import io.syncline.schemas.Warning;
import io.syncline.streams.mapping.Mappings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A customer whose source splits it over several tables. */
class JoinFlowTest {

  private static final Mappings MAPPINGS = JoinedSource.mappings();

  private Flow flow = new Flow(MAPPINGS);

  @AfterEach
  void close() {
    flow.close();
  }

  @Test
  void shouldJoinRowsThatComeBeforeTheirRecord() {
    // Given
    address(7, 1, "home", "London", 1000);
    mail(5, 1, "ada@example.org", 2, 1000);
    firm(3, "Engines", 1000);

    // When
    person(1, "Ada", 3, 1000);

    // Then
    var ada = ada();
    assertThat(ada.getCity()).hasValue("London");
    assertThat(ada.getEmail()).hasValue("ada@example.org");
    assertThat(ada.getCompany()).hasValue("Engines");
  }

  @Test
  void shouldJoinRowsThatComeLater() {
    // Given
    person(1, "Ada", 3, 1000);

    // When
    firm(3, "Engines", 2000);
    mail(6, 1, "b@example.org", 1, 1500);
    mail(5, 1, "a@example.org", 2, 2000);

    // Then
    var ada = ada();
    assertThat(ada.getEmail()).hasValue("b@example.org");
    assertThat(ada.getAttributes())
        .containsEntry("mails", "b@example.org a@example.org")
        .containsEntry("best", "b@example.org");
    assertThat(ada.getCompany()).hasValue("Engines");
  }

  @Test
  void shouldSeekWhatWasDeclaredSinceItsOwnRowCame() {
    // Given
    flow.close();
    flow = new Flow(JoinedSource.withoutFirms());
    person(1, "Ada", 3, 1000);
    flow = flow.restartedWith(MAPPINGS);
    firm(3, "Engines", 1000);

    // When
    mail(5, 1, "ada@example.org", 2, 2000);

    // Then
    assertThat(ada().getCompany()).hasValue("Engines");
  }

  @Test
  void shouldTakeTheFirstOfTheRowsThatAreMeant() {
    // Given
    person(1, "Ada", 3, 1000);
    address(7, 1, "work", "Oxford", 1000);
    address(8, 1, "home", "Leeds", 1000);

    // When
    flow.upsert(
        JoinedSource.NAME,
        "addresses",
        9L,
        900,
        Map.of("person", 1L, "kind", "home", "city", "York", "main", true));

    // Then
    assertThat(ada().getCity()).hasValue("York");
  }

  @Test
  void shouldFollowARowThatMovesToAnotherRecord() {
    // Given
    person(1, "Ada", 3, 1000);
    person(2, "Bob", 3, 1000);
    mail(5, 1, "x@example.org", 1, 1000);

    // When
    mail(5, 2, "x@example.org", 1, 2000);

    // Then
    assertThat(customers())
        .filteredOn(customer -> customer.getEmail().isPresent())
        .extracting(customer -> customer.getName().orElseThrow())
        .containsExactly("Bob");
  }

  @Test
  void shouldTakeADeletedRowAwayAndForgetTheOneBefore() {
    // Given
    person(1, "Ada", 3, 1000);
    mail(5, 1, "a@example.org", 1, 1000);
    mail(6, 1, "b@example.org", 2, 3000);

    // When
    flow.delete(JoinedSource.NAME, "mails", 6L, 4000);
    flow.delete(JoinedSource.NAME, "mails", 5L, 2000);
    mail(5, 1, "older@example.org", 1, 1500);

    // Then
    assertThat(ada().getEmail()).isEmpty();
  }

  @Test
  void shouldDeleteTheRecordWithItsRowAndBeWholeAgainWhenTheRowComesBack() {
    // Given
    person(1, "Ada", 3, 1000);
    firm(3, "Engines", 1000);
    mail(5, 1, "a@example.org", 1, 1000);

    // When
    flow.delete(JoinedSource.NAME, "people", 1L, 2000);
    var afterwards = customers();
    mail(5, 1, "b@example.org", 1, 2500);
    person(1, "Ada", 3, 3000);

    // Then
    assertThat(afterwards).isEmpty();
    assertThat(ada().getEmail()).hasValue("b@example.org");
    assertThat(ada().getCompany()).hasValue("Engines");
  }

  @Test
  void shouldSeekAnotherRowWhenTheRecordRefersToAnother() {
    // Given
    firm(3, "Engines", 1000);
    firm(4, "Looms", 1000);
    person(1, "Ada", 3, 1000);

    // When
    person(1, "Ada", 4, 2000);
    firm(3, "Engines Ltd", 3000);

    // Then
    assertThat(ada().getCompany()).hasValue("Looms");
  }

  @Test
  void shouldTellEveryRecordThatRefersToARow() {
    // Given
    for (var person = 1L; person <= 20; person++) {
      person(person, "Person " + person, 3, 1000);
    }

    // When
    firm(3, "Engines", 2000);

    // Then
    assertThat(customers())
        .hasSize(20)
        .allSatisfy(customer -> assertThat(customer.getCompany()).hasValue("Engines"));
  }

  @Test
  void shouldLeaveNothingBehindOfWhatIsDeleted() {
    // Given
    person(1, "Ada", 3, 1000);
    firm(3, "Engines", 1000);
    mail(5, 1, "a@example.org", 1, 1000);

    // When
    flow.delete(JoinedSource.NAME, "people", 1L, 2000);
    flow.delete(JoinedSource.NAME, "firms", 3L, 2000);
    flow.delete(JoinedSource.NAME, "mails", 5L, 2000);

    // Then
    assertThat(flow.entries(MAPPING_JOIN_MEMBER)).isEmpty();
  }

  @Test
  void shouldRefuseTheJoinedRecordAndPassItWhenTheJoinedRowIsMended() {
    // Given
    person(1, "Ada", 3, 1000);
    address(7, 1, "home", "london", 2000);
    var refused = flow.entries(QUALITY_QUARANTINE);

    // When
    address(7, 1, "home", "London", 3000);

    // Then
    assertThat(refused).containsOnlyKeys("acme/customer/1");
    assertThat(refused.get("acme/customer/1").getMissing()).isFalse();
    assertThat(flow.entries(QUALITY_QUARANTINE)).isEmpty();
    assertThat(ada().getCity()).hasValue("London");
  }

  @Test
  void shouldRedriveTheJoinedRecord() {
    // Given
    person(1, "Ada", 3, 1000);
    address(7, 1, "home", "london", 2000);
    mail(5, 1, "a@example.org", 1, 1000);
    flow = flow.restartedWith(JoinedSource.mappings("concat(['O', home.city])"));

    // When
    flow.redrive("acme/customer/1");

    // Then
    assertThat(ada().getCity()).hasValue("Olondon");
    assertThat(ada().getEmail()).hasValue("a@example.org");
    assertThat(flow.entries(QUALITY_QUARANTINE)).isEmpty();
  }

  @Test
  void shouldRefuseAJoinedRowThatCannotBeReadUntilItCan() {
    // Given
    person(1, "Ada", 3, 1000);
    var topic = "crm.acme.mails";
    flow.publish(topic, flow.key(topic, 5L), new byte[] {1, 2, 3}, 1000);
    var refused = flow.entries(QUALITY_QUARANTINE);

    // When
    mail(5, 1, "a@example.org", 1, 2000);

    // Then
    assertThat(refused).containsOnlyKeys("crm.acme.mails/5");
    assertThat(flow.entries(QUALITY_QUARANTINE)).isEmpty();
    assertThat(ada().getEmail()).hasValue("a@example.org");
  }

  @Test
  void shouldWarnOfARowThatIsNotThereUntilItIs() {
    // Given
    person(1, "Ada", 3, 1000);
    var before = ada().getWarnings();

    // When
    firm(3, "Engines", 500);
    var after = ada().getWarnings();
    flow.delete(JoinedSource.NAME, "firms", 3L, 2000);

    // Then
    assertThat(before).extracting(Warning::getRule).containsExactly("firm-there");
    assertThat(after).isEmpty();
    assertThat(ada().getWarnings()).extracting(Warning::getRule).containsExactly("firm-there");
  }

  @Test
  void shouldRefuseEveryRecordOfAValueButTheFirstByItsKey() {
    // Given
    person(2, "Bob", 3, 1000);
    person(3, "Cy", 3, 1000);
    mail(6, 3, "same@example.org", 1, 1000);
    mail(5, 2, "same@example.org", 1, 1000);
    var refused = flow.entries(QUALITY_QUARANTINE).keySet();

    // When
    flow.delete(JoinedSource.NAME, "people", 2L, 2000);

    // Then
    assertThat(refused).containsExactly("acme/customer/3");
    assertThat(flow.entries(QUALITY_QUARANTINE)).isEmpty();
    assertThat(customers())
        .singleElement()
        .satisfies(cy -> assertThat(cy.getEmail()).hasValue("same@example.org"));
  }

  private List<Customer> customers() {
    return List.copyOf(flow.entries(CANONICAL_CUSTOMER).values());
  }

  private Customer ada() {
    return customers().stream()
        .filter(customer -> customer.getName().filter("Ada"::equals).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private void person(long key, String name, long firm, long version) {
    flow.upsert(JoinedSource.NAME, "people", key, version, Map.of("name", name, "firm", firm));
  }

  private void address(long key, long person, String kind, String city, long version) {
    flow.upsert(
        JoinedSource.NAME,
        "addresses",
        key,
        version,
        Map.of("person", person, "kind", kind, "city", city, "main", false));
  }

  private void mail(long key, long person, String mail, long rank, long version) {
    flow.upsert(
        JoinedSource.NAME,
        "mails",
        key,
        version,
        Map.of("person", person, "mail", mail, "rank", rank));
  }

  private void firm(long key, String title, long version) {
    flow.upsert(JoinedSource.NAME, "firms", key, version, Map.of("title", title));
  }
}
