package io.syncline.streams.inspection.why;

import static io.syncline.streams.CanonicalFixtures.aCustomer;
import static io.syncline.streams.survivorship.Records.withPhone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.syncline.schemas.Coordinates;
import io.syncline.schemas.Customer;
import io.syncline.schemas.FieldRows;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Node;
import io.syncline.schemas.NodeAddress;
import io.syncline.schemas.NodeReport;
import io.syncline.schemas.Provenance;
import io.syncline.schemas.RowVersion;
import io.syncline.schemas.SourceKeys;
import io.syncline.streams.HttpTest;
import io.syncline.streams.kafka.StoreCatalogue;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@MicronautTest
class WhyTest extends HttpTest {

  private static final MappedRecord NORTH = withPhone("north", 1_000, "+4412");
  private static final MappedRecord SOUTH = withPhone("south", 2_000, "+4399");
  private static final MappedRecord WEST = withPhone("west", 3_000, null);

  @Test
  void shouldAnswerInOneSentence() {
    // Given
    have("+4399", SOUTH, NORTH, SOUTH, WEST);

    // When
    var why = get("/api/customers/c-1/why?field=phone").json();

    // Then
    assertThat(why)
        .containsEntry("field", "phone")
        .containsEntry("value", "+4399")
        .containsEntry("rule", List.of("most-recent"))
        .containsEntry(
            "answer",
            "phone is '+4399' of south/customer/k2000 because its record is the most recent"
                + " (1970-01-01T00:00:02Z); chosen over '+4412' of north/customer/k1000"
                + " (most-recent).");
  }

  @Test
  void shouldShowTheEvidence() {
    // Given
    have("+4399", SOUTH, NORTH, SOUTH, WEST);

    // When
    var why = get("/api/customers/c-1/why?field=phone").json();

    // Then
    assertThat(evidence(why))
        .extracting(e -> e.get("value"), e -> e.get("survives"), e -> e.get("lost_by"))
        .containsExactly(
            tuple("+4412", false, "most-recent"),
            tuple("+4399", true, null),
            tuple(null, false, null));
    assertThat(evidence(why).get(0))
        .containsEntry("source_version", 1000)
        .containsEntry(
            "coordinates", Map.of("topic", "crm.north.people", "partition", 0, "offset", 1000));
  }

  @Test
  void shouldSayThatNobodyHasAValue() {
    // Given
    have(null, WEST, WEST);

    // When
    var why = get("/api/customers/c-1/why?field=phone").json();

    // Then
    assertThat(why)
        .containsEntry("value", null)
        .containsEntry("provenance", null)
        .containsEntry(
            "answer", "phone is empty because none of the source records (1) has a value.");
  }

  @Test
  void shouldTellWhatWasPublishedWhereAChangeIsOnItsWay() {
    // Given
    have("+4412", NORTH, NORTH, SOUTH);

    // When
    var why = get("/api/customers/c-1/why?field=phone").json();

    // Then
    assertThat(why.get("answer").toString())
        .startsWith("phone is '+4412' of north/customer/k1000, by test, as it was merged last;")
        .contains("with the next merge phone is '+4399' of south/customer/k2000 because");
  }

  @Test
  void shouldShowTheJoinedRowThatGaveTheValue() {
    // Given
    var record = withPhone("north", 1_000, "+4412");
    var phones = new Coordinates("crm.north.phones", 1, 7L);
    record.setSuppliers(Map.of("phone", new RowVersion(phones, 5_000L)));
    have("+4412", record, record);

    // When
    var why = get("/api/customers/c-1/why?field=phone").json();

    // Then
    assertThat(why.get("answer").toString()).startsWith("phone is '+4412' of north/customer/k1000");
    assertThat(why.get("answer").toString()).doesNotContain("as it was merged last");
    assertThat(evidence(why).get(0))
        .containsEntry("source_version", 5000)
        .containsEntry(
            "coordinates", Map.of("topic", "crm.north.phones", "partition", 1, "offset", 7));
  }

  @Test
  void shouldSuggestTheNearestField() {
    // When
    var answer = get("/api/customers/c-1/why?field=fone");

    // Then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("did you mean 'phone'?");
  }

  @Test
  void shouldAskForAFieldWhenNoneIsNamed() {
    // When
    var answer = get("/api/products/p-1/why");

    // Then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("[field]");
  }

  @Test
  void shouldSayThatThereIsNoSuchCustomer() {
    assertThat(get("/api/customers/c-1/why?field=phone").status()).isEqualTo(404);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> evidence(Map<String, Object> why) {
    return (List<Map<String, Object>>) why.get("evidence");
  }

  /** A customer whose phone comes from one of its records. */
  private void have(String phone, MappedRecord giver, MappedRecord... members) {
    var row = FieldRows.of(giver, "phone");
    Customer customer = aCustomer("c-1");
    customer.setPhone(phone);
    customer.setSources(Stream.of(members).map(MappedRecord::getSource).toList());
    customer.setProvenance(
        phone == null
            ? List.of()
            : List.of(
                new Provenance(
                    "phone", giver.getSource(), row.getCoordinates(), row.getVersion(), "test")));
    stores.put(StoreCatalogue.CANONICAL_CUSTOMER, "c-1", customer);
    for (var member : members) {
      var key = SourceKeys.text(member.getSource());
      stores.put(StoreCatalogue.IDENTITY_NODE, key, node(key, member));
    }
  }

  private static Node node(String key, MappedRecord record) {
    var address = new NodeAddress(key, 0);
    return Node.newBuilder()
        .setReport(
            NodeReport.newBuilder()
                .setNode(address)
                .setBirth(1)
                .setFirstVersion(1)
                .setRecord(record)
                .build())
        .setVersion(record.getVersion())
        .setOwner(address)
        .build();
  }
}
