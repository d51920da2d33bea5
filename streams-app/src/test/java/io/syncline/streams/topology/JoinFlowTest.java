package io.syncline.streams.topology;

import static io.syncline.streams.kafka.StoreCatalogue.MAPPING_JOIN_MEMBER;
import static io.syncline.streams.topology.JoinedRows.ada;
import static io.syncline.streams.topology.JoinedRows.address;
import static io.syncline.streams.topology.JoinedRows.customers;
import static io.syncline.streams.topology.JoinedRows.firm;
import static io.syncline.streams.topology.JoinedRows.mail;
import static io.syncline.streams.topology.JoinedRows.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.syncline.schemas.Provenance;
import io.syncline.streams.mapping.Mappings;
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
    address(flow, 7, 1, "home", "London", 1000);
    mail(flow, 5, 1, "ada@example.org", 2, 1000);
    firm(flow, 3, "Engines", 1000);

    // When
    person(flow, 1, "Ada", 3, 1000);

    // Then
    var ada = ada(flow);
    assertThat(ada.getCity()).hasValue("London");
    assertThat(ada.getEmail()).hasValue("ada@example.org");
    assertThat(ada.getCompany()).hasValue("Engines");
  }

  @Test
  void shouldJoinRowsThatComeLater() {
    // Given
    person(flow, 1, "Ada", 3, 1000);

    // When
    firm(flow, 3, "Engines", 2000);
    mail(flow, 6, 1, "b@example.org", 1, 1500);
    mail(flow, 5, 1, "a@example.org", 2, 2000);

    // Then
    var ada = ada(flow);
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
    person(flow, 1, "Ada", 3, 1000);
    flow = flow.restartedWith(MAPPINGS);
    firm(flow, 3, "Engines", 1000);

    // When
    mail(flow, 5, 1, "ada@example.org", 2, 2000);

    // Then
    assertThat(ada(flow).getCompany()).hasValue("Engines");
  }

  @Test
  void shouldTakeTheFirstOfTheRowsThatAreMeant() {
    // Given
    person(flow, 1, "Ada", 3, 1000);
    address(flow, 7, 1, "work", "Oxford", 1000);
    address(flow, 8, 1, "home", "Leeds", 1000);

    // When
    flow.upsert(
        JoinedSource.NAME,
        "addresses",
        9L,
        900,
        Map.of("person", 1L, "kind", "home", "city", "York", "main", true));

    // Then
    assertThat(ada(flow).getCity()).hasValue("York");
  }

  @Test
  void shouldSayWhichRowGaveAField() {
    // Given
    person(flow, 1, "Ada", 3, 1000);
    mail(flow, 5, 1, "a@example.org", 1, 3000);

    // When
    address(flow, 7, 1, "home", "London", 2000);

    // Then
    assertThat(ada(flow).getProvenance())
        .allMatch(entry -> entry.getSource().getKey().equals("1"))
        .extracting(
            Provenance::getField,
            entry -> entry.getCoordinates().getTopic(),
            Provenance::getSourceVersion)
        .containsExactly(
            tuple("attributes.best", "crm.acme.mails", 3000L),
            tuple("attributes.mails", "crm.acme.mails", 3000L),
            tuple("city", "crm.acme.addresses", 2000L),
            tuple("email", "crm.acme.mails", 3000L),
            tuple("name", "crm.acme.people", 1000L));
  }

  @Test
  void shouldFollowARowThatMovesToAnotherRecord() {
    // Given
    person(flow, 1, "Ada", 3, 1000);
    person(flow, 2, "Bob", 3, 1000);
    mail(flow, 5, 1, "x@example.org", 1, 1000);

    // When
    mail(flow, 5, 2, "x@example.org", 1, 2000);

    // Then
    assertThat(customers(flow))
        .filteredOn(customer -> customer.getEmail().isPresent())
        .extracting(customer -> customer.getName().orElseThrow())
        .containsExactly("Bob");
  }

  @Test
  void shouldTakeADeletedRowAwayAndForgetTheOneBefore() {
    // Given
    person(flow, 1, "Ada", 3, 1000);
    mail(flow, 5, 1, "a@example.org", 1, 1000);
    mail(flow, 6, 1, "b@example.org", 2, 3000);

    // When
    flow.delete(JoinedSource.NAME, "mails", 6L, 4000);
    flow.delete(JoinedSource.NAME, "mails", 5L, 2000);
    mail(flow, 5, 1, "older@example.org", 1, 1500);

    // Then
    assertThat(ada(flow).getEmail()).isEmpty();
  }

  @Test
  void shouldDeleteTheRecordWithItsRowAndBeWholeAgainWhenTheRowComesBack() {
    // Given
    person(flow, 1, "Ada", 3, 1000);
    firm(flow, 3, "Engines", 1000);
    mail(flow, 5, 1, "a@example.org", 1, 1000);

    // When
    flow.delete(JoinedSource.NAME, "people", 1L, 2000);
    var afterwards = customers(flow);
    mail(flow, 5, 1, "b@example.org", 1, 2500);
    person(flow, 1, "Ada", 3, 3000);

    // Then
    assertThat(afterwards).isEmpty();
    assertThat(ada(flow).getEmail()).hasValue("b@example.org");
    assertThat(ada(flow).getCompany()).hasValue("Engines");
  }

  @Test
  void shouldSeekAnotherRowWhenTheRecordRefersToAnother() {
    // Given
    firm(flow, 3, "Engines", 1000);
    firm(flow, 4, "Looms", 1000);
    person(flow, 1, "Ada", 3, 1000);

    // When
    person(flow, 1, "Ada", 4, 2000);
    firm(flow, 3, "Engines Ltd", 3000);

    // Then
    assertThat(ada(flow).getCompany()).hasValue("Looms");
  }

  @Test
  void shouldTellEveryRecordThatRefersToARow() {
    // Given
    for (var person = 1L; person <= 20; person++) {
      person(flow, person, "Person " + person, 3, 1000);
    }

    // When
    firm(flow, 3, "Engines", 2000);

    // Then
    assertThat(customers(flow))
        .hasSize(20)
        .allSatisfy(customer -> assertThat(customer.getCompany()).hasValue("Engines"));
  }

  @Test
  void shouldLeaveNothingBehindOfWhatIsDeleted() {
    // Given
    person(flow, 1, "Ada", 3, 1000);
    firm(flow, 3, "Engines", 1000);
    mail(flow, 5, 1, "a@example.org", 1, 1000);

    // When
    flow.delete(JoinedSource.NAME, "people", 1L, 2000);
    flow.delete(JoinedSource.NAME, "firms", 3L, 2000);
    flow.delete(JoinedSource.NAME, "mails", 5L, 2000);

    // Then
    assertThat(flow.entries(MAPPING_JOIN_MEMBER)).isEmpty();
  }
}
