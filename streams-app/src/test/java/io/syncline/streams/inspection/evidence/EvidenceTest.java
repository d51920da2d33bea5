package io.syncline.streams.inspection.evidence;

import static io.syncline.streams.CanonicalFixtures.aCustomer;
import static io.syncline.streams.CanonicalFixtures.aProduct;
import static io.syncline.streams.CanonicalFixtures.aReference;
import static io.syncline.streams.kafka.StoreCatalogue.CANONICAL_CUSTOMER;
import static io.syncline.streams.kafka.StoreCatalogue.CANONICAL_PRODUCT;
import static io.syncline.streams.kafka.StoreCatalogue.CANONICAL_REDIRECT;
import static io.syncline.streams.kafka.StoreCatalogue.CANONICAL_REFERENCE;
import static io.syncline.streams.kafka.StoreCatalogue.IDENTITY_NODE;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.syncline.schemas.Link;
import io.syncline.schemas.MappedRecord;
import io.syncline.schemas.Node;
import io.syncline.schemas.NodeAddress;
import io.syncline.schemas.NodeReport;
import io.syncline.schemas.OwnedNode;
import io.syncline.schemas.Redirect;
import io.syncline.schemas.SourceKeys;
import io.syncline.streams.HttpTest;
import io.syncline.streams.survivorship.Records;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@MicronautTest
class EvidenceTest extends HttpTest {

  private static final MappedRecord NORTH = Records.withPhone("north", 1_000, "+4412");
  private static final MappedRecord SOUTH = Records.withPhone("south", 2_000, "+4412");
  private static final MappedRecord WEST = Records.withPhone("west", 3_000, "+4412");

  @Test
  void shouldReadAllOfAGroupFromItsOwner() {
    // Given
    customer("c-1", SOUTH, NORTH);
    stores.put(IDENTITY_NODE, name(SOUTH), node(report(SOUTH), NORTH));
    var north = node(report(NORTH), NORTH);
    north.setOwned(
        Map.of(
            name(NORTH),
            new OwnedNode(null, null),
            name(SOUTH),
            new OwnedNode(report(SOUTH, link(NORTH)), null)));
    stores.put(IDENTITY_NODE, name(NORTH), north);

    // When
    var evidence = get("/api/customers/c-1/evidence").json();

    // Then
    assertThat(evidence)
        .containsEntry("id", "c-1")
        .containsEntry("answer", "2 source records are one because of rule 'phone'.");
    assertThat(evidence.get("evidence").toString())
        .contains("shared=phone=+4412", "strength=1.0", "key=k1000", "key=k2000");
  }

  @Test
  void shouldSayThatAChangeIsOnItsWay() {
    // Given
    customer("c-1", NORTH, SOUTH);
    customer("c-2", WEST);
    have(report(NORTH, link(WEST)));
    have(report(SOUTH));
    have(report(WEST, link(NORTH)));

    // When
    var evidence = get("/api/customers/c-1/evidence").json();

    // Then
    assertThat(evidence.get("answer").toString())
        .startsWith("2 source records were one; records or rules have just changed");
    assertThat(evidence.get("not_followed").toString()).contains("other_id=c-2", "kind=pending");
  }

  @Test
  void shouldLeaveOutARecordThatWasDeleted() {
    // Given
    customer("c-1", NORTH);
    have(report(NORTH, link(WEST)));

    // When
    var evidence = get("/api/customers/c-1/evidence").json();

    // Then
    assertThat(evidence)
        .containsEntry("answer", "It is one source record.")
        .containsEntry("not_followed", List.of());
  }

  @Test
  void shouldAnswerForAMergedIdWithTheSurvivor() {
    // Given
    customer("c-1", NORTH);
    stores.put(CANONICAL_REDIRECT, "c-0", new Redirect("c-0", "c-1"));

    // When
    var evidence = get("/api/customers/c-0/evidence").json();

    // Then
    assertThat(evidence).containsEntry("id", "c-1");
  }

  @Test
  void shouldAnswerOfProductsToo() {
    // Given
    stores.put(CANONICAL_PRODUCT, "p-1", aProduct("p-1"));

    // When
    var evidence = get("/api/products/p-1/evidence").json();

    // Then
    assertThat(evidence).containsEntry("version", 8);
    assertThat(evidence.get("members").toString()).contains("source=north", "key=11");
  }

  @Test
  void shouldSayThatThereIsNoSuchCustomer() {
    assertThat(get("/api/customers/c-1/evidence").status()).isEqualTo(404);
  }

  private void customer(String id, MappedRecord... members) {
    var customer = aCustomer(id);
    customer.setSources(Stream.of(members).map(MappedRecord::getSource).toList());
    stores.put(CANONICAL_CUSTOMER, id, customer);
    for (var member : members) {
      stores.put(CANONICAL_REFERENCE, name(member), aReference(member.getSource(), id));
    }
  }

  /** A node that owns itself. */
  private void have(NodeReport report) {
    stores.put(
        IDENTITY_NODE, report.getNode().getNode(), node(report, report.getRecord().orElseThrow()));
  }

  private static Node node(NodeReport report, MappedRecord owner) {
    return Node.newBuilder()
        .setReport(report)
        .setVersion(1)
        .setOwner(new NodeAddress(name(owner), 0))
        .build();
  }

  private static NodeReport report(MappedRecord record, Link... links) {
    return NodeReport.newBuilder()
        .setNode(new NodeAddress(name(record), 0))
        .setBirth(1)
        .setFirstVersion(1)
        .setRecord(record)
        .setLinks(List.of(links))
        .build();
  }

  private static Link link(MappedRecord other) {
    return new Link(new NodeAddress(name(other), 0), "phone/phone=+4412", 1.0, true);
  }

  private static String name(MappedRecord record) {
    return SourceKeys.text(record.getSource());
  }
}
