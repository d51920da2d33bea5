package io.syncline.streams.topology;

import static io.syncline.streams.kafka.StoreCatalogue.QUALITY_QUARANTINE;
import static io.syncline.streams.topology.JoinedRows.ada;
import static io.syncline.streams.topology.JoinedRows.address;
import static io.syncline.streams.topology.JoinedRows.customers;
import static io.syncline.streams.topology.JoinedRows.firm;
import static io.syncline.streams.topology.JoinedRows.mail;
import static io.syncline.streams.topology.JoinedRows.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.schemas.Warning;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What quality says of a customer whose source splits it over several tables. */
class JoinQualityFlowTest {

  private Flow flow = new Flow(JoinedSource.mappings());

  @AfterEach
  void close() {
    flow.close();
  }

  @Test
  void shouldRefuseTheJoinedRecordAndPassItWhenTheJoinedRowIsMended() {
    // Given
    person(flow, 1, "Ada", 3, 1000);
    address(flow, 7, 1, "home", "london", 2000);
    var refused = flow.entries(QUALITY_QUARANTINE);

    // When
    address(flow, 7, 1, "home", "London", 3000);

    // Then
    assertThat(refused).containsOnlyKeys("acme/customer/1");
    assertThat(refused.get("acme/customer/1").getMissing()).isFalse();
    assertThat(flow.entries(QUALITY_QUARANTINE)).isEmpty();
    assertThat(ada(flow).getCity()).hasValue("London");
  }

  @Test
  void shouldRedriveTheJoinedRecord() {
    // Given
    person(flow, 1, "Ada", 3, 1000);
    address(flow, 7, 1, "home", "london", 2000);
    mail(flow, 5, 1, "a@example.org", 1, 1000);
    flow = flow.restartedWith(JoinedSource.mappings("concat(['O', home.city])"));

    // When
    flow.redrive("acme/customer/1");

    // Then
    assertThat(ada(flow).getCity()).hasValue("Olondon");
    assertThat(ada(flow).getEmail()).hasValue("a@example.org");
    assertThat(flow.entries(QUALITY_QUARANTINE)).isEmpty();
  }

  @Test
  void shouldRefuseAJoinedRowThatCannotBeReadUntilItCan() {
    // Given
    person(flow, 1, "Ada", 3, 1000);
    var topic = "crm.acme.mails";
    flow.publish(topic, flow.key(topic, 5L), new byte[] {1, 2, 3}, 1000);
    var refused = flow.entries(QUALITY_QUARANTINE);

    // When
    mail(flow, 5, 1, "a@example.org", 1, 2000);

    // Then
    assertThat(refused).containsOnlyKeys("crm.acme.mails/5");
    assertThat(flow.entries(QUALITY_QUARANTINE)).isEmpty();
    assertThat(ada(flow).getEmail()).hasValue("a@example.org");
  }

  @Test
  void shouldWarnOfARowThatIsNotThereUntilItIs() {
    // Given
    person(flow, 1, "Ada", 3, 1000);
    var before = ada(flow).getWarnings();

    // When
    firm(flow, 3, "Engines", 500);
    var after = ada(flow).getWarnings();
    flow.delete(JoinedSource.NAME, "firms", 3L, 2000);

    // Then
    assertThat(before).extracting(Warning::getRule).containsExactly("firm-there");
    assertThat(after).isEmpty();
    assertThat(ada(flow).getWarnings()).extracting(Warning::getRule).containsExactly("firm-there");
  }

  @Test
  void shouldRefuseEveryRecordOfAValueButTheFirstByItsKey() {
    // Given
    person(flow, 2, "Bob", 3, 1000);
    person(flow, 3, "Cy", 3, 1000);
    mail(flow, 6, 3, "same@example.org", 1, 1000);
    mail(flow, 5, 2, "same@example.org", 1, 1000);
    var refused = flow.entries(QUALITY_QUARANTINE).keySet();

    // When
    flow.delete(JoinedSource.NAME, "people", 2L, 2000);

    // Then
    assertThat(refused).containsExactly("acme/customer/3");
    assertThat(flow.entries(QUALITY_QUARANTINE)).isEmpty();
    assertThat(customers(flow))
        .singleElement()
        .satisfies(cy -> assertThat(cy.getEmail()).hasValue("same@example.org"));
  }
}
