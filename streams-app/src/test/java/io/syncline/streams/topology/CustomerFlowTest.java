package io.syncline.streams.topology;

import static io.syncline.streams.kafka.StoreCatalogue.IDENTITY_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.syncline.schemas.Customer;
import io.syncline.schemas.Provenance;
import io.syncline.schemas.SourceKeys;
import io.syncline.schemas.Topics;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomerFlowTest {

  private final Flow flow = new Flow();

  @AfterEach
  void close() {
    flow.close();
  }

  @Test
  void shouldMakeOneCustomerOfTwoRecordsWithOneEmail() {
    // Given
    flow.upsert("north", "customers", 4711L, 1000, Rows.ada());
    flow.upsert(
        "south",
        "clients",
        "C-1",
        2000,
        Map.of("full_name", "Dr. Ada King", "mail", " ADA@example.org ", "segment", "gold"));

    // When
    var customers = flow.customers();

    // Then
    assertThat(customers).hasSize(1);
    var customer = customers.get(0);
    assertThat(customer.getName()).hasValue("Ada King");
    assertThat(customer.getEmail()).hasValue("ada@example.org");
    assertThat(customer.getCity()).hasValue("London");
    assertThat(customer.getAttributes()).containsEntry("segment", "gold");
    assertThat(customer.getSources())
        .extracting(SourceKeys::text)
        .containsExactly("north/customer/4711", "south/customer/C-1");
  }

  @Test
  void shouldSayWhereEachFieldComesFrom() {
    // Given
    flow.upsert("north", "customers", 4711L, 1000, Rows.ada());
    flow.upsert(
        "south",
        "clients",
        "C-1",
        2000,
        Map.of("full_name", "Ada King", "mail", "ada@example.org"));

    // When
    var customer = flow.customers().get(0);

    // Then
    assertThat(customer.getProvenance())
        .extracting(
            Provenance::getField,
            p -> SourceKeys.text(p.getSource()),
            p -> p.getCoordinates().getTopic(),
            Provenance::getRule)
        .contains(
            tuple("city", "north/customer/4711", "crm.north.customers", "only-value"),
            tuple("family_name", "south/customer/C-1", "crm.south.clients", "most-recent"));
  }

  @Test
  void shouldNotMergeCustomersThatShareNoKey() {
    // Given
    flow.upsert("north", "customers", 1L, 1000, Map.of("last_name", "Lovelace"));
    flow.upsert("south", "clients", "C-1", 1000, Map.of("full_name", "Lovelace"));

    // When
    var customers = flow.customers();

    // Then
    assertThat(customers).hasSize(2);
  }

  @Test
  void shouldDropRepeatedAndOlderVersions() {
    // Given
    flow.upsert("north", "customers", 4711L, 2000, Rows.ada());
    flow.published(Topics.CUSTOMER);

    // When
    flow.upsert("north", "customers", 4711L, 2000, Rows.ada());
    flow.upsert("north", "customers", 4711L, 3000, Rows.ada());
    flow.upsert("north", "customers", 4711L, 1000, Map.of("last_name", "Old"));
    flow.delete("north", "customers", 4711L, 1500);

    // Then
    assertThat(flow.published(Topics.CUSTOMER)).isEmpty();
  }

  @Test
  void shouldNotTakeAnOlderVersionForNewerThanWhatWasPublishedAgainUnchanged() {
    // Given
    flow.upsert("north", "customers", 4711L, 1000, Rows.ada());
    flow.upsert("north", "customers", 4711L, 3000, Rows.ada());

    // When
    flow.upsert("north", "customers", 4711L, 2000, Rows.adaAt("old@example.org"));
    flow.delete("north", "customers", 4711L, 2500);

    // Then
    assertThat(flow.latest(Topics.CUSTOMER).values())
        .extracting(customer -> customer.getEmail().orElseThrow())
        .containsExactly("ada@example.org");
  }

  @Test
  void shouldBeNewerWhenItComesBackInTheSameMillisecond() {
    // Given
    flow.upsert("north", "customers", 4711L, 1000, Rows.ada());
    var before = flow.customers().get(0).getVersion();
    flow.delete("north", "customers", 4711L, 2000);

    // When
    flow.upsert("north", "customers", 4711L, 3000, Rows.ada());

    // Then
    assertThat(flow.customers().get(0).getVersion()).isGreaterThan(before);
  }

  @Test
  void shouldDeleteACustomerWithItsLastRecord() {
    // Given
    flow.upsert("north", "customers", 4711L, 1000, Rows.ada());
    flow.upsert(
        "south", "clients", "C-1", 1000, Map.of("full_name", "Ada", "mail", "ada@example.org"));

    // When
    flow.delete("north", "customers", 4711L, 2000);
    var afterOne = flow.customers();
    flow.delete("south", "clients", "C-1", 2000);

    // Then
    assertThat(afterOne).hasSize(1);
    assertThat(flow.published(Topics.CUSTOMER))
        .extracting(Flow.Published::value)
        .containsOnlyNulls();
    assertThat(flow.entries(IDENTITY_KEY)).isEmpty();
  }

  @Test
  void shouldRaiseTheVersionWithEveryChange() {
    // Given
    flow.upsert("north", "customers", 4711L, 1000, Rows.ada());
    var first = flow.customers().get(0).getVersion();

    // When
    flow.upsert(
        "north", "customers", 4711L, 2000, Map.of("last_name", "King", "email", "ada@example.org"));

    // Then
    assertThat(flow.customers()).extracting(Customer::getVersion).allMatch(v -> v > first);
  }

  @Test
  void shouldNotTakeAPriceOfOneRecordForTheCurrencyOfAnother() {
    // Given
    flow.upsert("north", "products", 5L, 1000, Rows.tea());

    // When
    flow.upsert(
        "south", "articles", "A-1", 2000, Map.of("title", "Tea", "sku", "T-1", "list_price", 5.0));

    // Then
    assertThat(flow.products())
        .extracting(product -> product.getCurrency().orElse("none"))
        .containsExactly("none");
  }
}
