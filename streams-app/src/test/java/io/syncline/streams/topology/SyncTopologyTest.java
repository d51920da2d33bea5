package io.syncline.streams.topology;

import static io.syncline.streams.kafka.StoreCatalogue.CANONICAL_ASSEMBLY;
import static io.syncline.streams.kafka.StoreCatalogue.CANONICAL_LOOKUP;
import static io.syncline.streams.kafka.StoreCatalogue.CANONICAL_WAITING;
import static io.syncline.streams.kafka.StoreCatalogue.IDENTITY_CLUSTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.syncline.schemas.AvroSerdes;
import io.syncline.schemas.Customer;
import io.syncline.schemas.Order;
import io.syncline.schemas.OrderLine;
import io.syncline.schemas.Provenance;
import io.syncline.schemas.SourceKeys;
import io.syncline.schemas.Topics;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SyncTopologyTest {

  private static final Path DESCRIPTION = Path.of("src", "test", "resources", "topology.txt");

  private final Flow flow = new Flow();

  @AfterEach
  void close() {
    flow.close();
  }

  /**
   * A change here is a change of the architecture: state, topics and their names outlive it. Freeze
   * a deliberate one by {@code -Dtopology.freeze=true}.
   */
  @Test
  void shouldKeepItsDescription() throws IOException {
    // Given
    var topology = new SyncTopology(new AvroSerdes("mock://description"), Flow.mappings(), 4);

    // When
    var description = topology.build().describe().toString();

    if (Boolean.getBoolean("topology.freeze")) {
      Files.writeString(DESCRIPTION, description);
    }

    // Then
    assertThat(description).isEqualTo(Files.readString(DESCRIPTION));
  }

  @Test
  void shouldMakeOneCustomerOfTwoRecordsWithOneEmail() {
    // Given
    flow.upsert("north", "customers", 4711L, 1000, ada());
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
    flow.upsert("north", "customers", 4711L, 1000, ada());
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
            tuple("city", "north/customer/4711", "crm.north.customers", "most-recent"),
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
    flow.upsert("north", "customers", 4711L, 2000, ada());
    flow.published(Topics.CUSTOMER);

    // When
    flow.upsert("north", "customers", 4711L, 2000, ada());
    flow.upsert("north", "customers", 4711L, 3000, ada());
    flow.upsert("north", "customers", 4711L, 1000, Map.of("last_name", "Old"));
    flow.delete("north", "customers", 4711L, 1500);

    // Then
    assertThat(flow.published(Topics.CUSTOMER)).isEmpty();
  }

  @Test
  void shouldDeleteACustomerWithItsLastRecord() {
    // Given
    flow.upsert("north", "customers", 4711L, 1000, ada());
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
    assertThat(flow.entries(IDENTITY_CLUSTER)).isEmpty();
  }

  @Test
  void shouldRaiseTheVersionWithEveryChange() {
    // Given
    flow.upsert("north", "customers", 4711L, 1000, ada());
    var first = flow.customers().get(0).getVersion();

    // When
    flow.upsert(
        "north", "customers", 4711L, 2000, Map.of("last_name", "King", "email", "ada@example.org"));

    // Then
    assertThat(flow.customers()).extracting(Customer::getVersion).allMatch(v -> v > first);
  }

  @Test
  void shouldJoinOrdersToCustomersAndProductsInWhateverOrderTheyCome() {
    // Given
    flow.upsert("north", "order_lines", 71L, 1000, line(10, 5, 3, 9.8, 0.15));
    flow.upsert("north", "orders", 10L, 1000, order("4711"));
    flow.upsert("north", "products", 5L, 1000, tea());
    var early = flow.orders();

    // When
    flow.upsert("north", "customers", 4711L, 1000, ada());

    // Then
    assertThat(early).isEmpty();
    var order = flow.orders().get(0);
    assertThat(order.getCustomerId()).isEqualTo(flow.customers().get(0).getId());
    assertThat(order.getTotal()).isEqualByComparingTo("24.99");
    assertThat(order.getLines())
        .extracting(line -> line.getProductId().orElseThrow(), OrderLine::getAmount)
        .containsExactly(tuple(flow.products().get(0).getId(), new BigDecimal("24.9900")));
  }

  @Test
  void shouldListOrdersThatWait() {
    // Given
    flow.upsert("north", "orders", 10L, 1000, order("4711"));
    flow.upsert("north", "order_lines", 71L, 1000, line(11, 5, 3, 9.8, 0));

    // When
    var waiting = flow.entries(CANONICAL_WAITING).values();

    // Then
    assertThat(waiting)
        .flatExtracting(order -> order.getMissing().stream().map(SourceKeys::text).toList())
        .containsExactlyInAnyOrder("north/customer/4711", "north/order/11", "north/product/5");
  }

  @Test
  void shouldNotLetLinesWaitForAnOrderThatWasDeleted() {
    // Given
    flow.delete("north", "orders", 10L, 1000);

    // When
    flow.upsert("north", "order_lines", 71L, 1000, line(10, 5, 3, 9.8, 0));

    // Then
    assertThat(flow.entries(CANONICAL_WAITING)).isEmpty();
  }

  @Test
  void shouldTakeAnOlderGoodVersionWhenTheNewerIsRefused() {
    // When
    flow.upsert("north", "customers", 1L, 2000, Map.of("last_name", "New", "email", "bad"));
    flow.upsert("north", "customers", 1L, 1000, Map.of("last_name", "Old"));

    // Then
    assertThat(flow.customers())
        .extracting(customer -> customer.getName().orElseThrow())
        .containsExactly("Old");
  }

  @Test
  void shouldNotTakeAPriceOfOneRecordForTheCurrencyOfAnother() {
    // Given
    flow.upsert("north", "products", 5L, 1000, tea());

    // When
    flow.upsert(
        "south", "articles", "A-1", 2000, Map.of("title", "Tea", "sku", "T-1", "list_price", 5.0));

    // Then
    assertThat(flow.products())
        .extracting(product -> product.getCurrency().orElse("none"))
        .containsExactly("none");
  }

  @Test
  void shouldTakeAnOrderBackWhenItsCustomerGoes() {
    // Given
    flow.upsert("north", "customers", 4711L, 1000, ada());
    flow.upsert("north", "orders", 10L, 1000, order("4711"));
    assertThat(flow.orders()).hasSize(1);

    // When
    flow.delete("north", "customers", 4711L, 2000);

    // Then
    assertThat(flow.published(Topics.ORDER)).extracting(Flow.Published::value).containsOnlyNulls();
    assertThat(flow.entries(CANONICAL_WAITING)).hasSize(1);
  }

  @Test
  void shouldFollowACustomerThatMovesToAnotherCluster() {
    // Given
    flow.upsert("north", "customers", 4711L, 1000, ada());
    flow.upsert("north", "orders", 10L, 1000, order("4711"));
    var before = flow.orders().get(0).getCustomerId();

    // When
    flow.upsert(
        "north",
        "customers",
        4711L,
        2000,
        Map.of("last_name", "King", "email", "king@example.org"));

    // Then
    var customers = flow.latest(Topics.CUSTOMER);
    assertThat(customers).hasSize(1).doesNotContainKey(before);
    assertThat(flow.orders())
        .extracting(Order::getCustomerId)
        .containsExactlyElementsOf(customers.keySet());
  }

  @Test
  void shouldFollowALineThatMovesToAnotherOrder() {
    // Given
    flow.upsert("south", "clients", "C-1", 1000, Map.of("full_name", "Ada"));
    flow.upsert("south", "articles", "A-1", 1000, Map.of("title", "Tea", "list_price", 5.0));
    flow.upsert("south", "sales", 1L, 1000, Map.of("sale_no", 1, "client_no", "C-1"));
    flow.upsert("south", "sales", 2L, 1000, Map.of("sale_no", 2, "client_no", "C-1"));
    flow.upsert("south", "sale_items", "1,1", 1000, item(1));

    // When
    flow.upsert("south", "sale_items", "1,1", 2000, item(2));

    // Then
    assertThat(flow.orders())
        .extracting(order -> order.getNumber().orElseThrow(), Order::getTotal)
        .containsExactlyInAnyOrder(
            tuple("1", new BigDecimal("0.0000")), tuple("2", new BigDecimal("9.0000")));
  }

  @Test
  void shouldLeaveNothingBehindWhenEverythingWasDeleted() {
    // Given
    flow.upsert("north", "customers", 4711L, 1000, ada());
    flow.upsert("north", "products", 5L, 1000, tea());
    flow.upsert("north", "orders", 10L, 1000, order("4711"));
    flow.upsert("north", "order_lines", 71L, 1000, line(10, 5, 3, 9.8, 0));

    // When
    flow.delete("north", "orders", 10L, 2000);
    flow.delete("north", "order_lines", 71L, 2000);
    flow.delete("north", "products", 5L, 2000);
    flow.delete("north", "customers", 4711L, 2000);

    // Then
    assertThat(flow.orders()).isEmpty();
    assertThat(flow.entries(CANONICAL_ASSEMBLY).values())
        .allMatch(order -> order.getHeaderDeleted() && order.getLines().isEmpty());
    assertThat(flow.entries(CANONICAL_LOOKUP)).isEmpty();
    assertThat(flow.entries(CANONICAL_WAITING)).isEmpty();
  }

  @Test
  void shouldQuarantineWhatIsPoisonedAndLetTheRestFlow() {
    // Given
    var topic = "crm.north.customers";

    // When
    flow.upsert(
        "north", "customers", 1L, 1000, Map.of("last_name", "A", "email", "not an address"));
    flow.publish(topic, null, "whatever".getBytes(StandardCharsets.UTF_8), 1000);
    flow.publish(topic, flow.key(topic, 2L), "garbage".getBytes(StandardCharsets.UTF_8), 1000);
    flow.upsert("north", "customers", 3L, 1000, Map.of("email", "nameless@example.org"));
    flow.upsert("north", "customers", 4L, 1000, ada());
    flow.publish(topic, flow.key(topic, 5L), new byte[] {0, 1}, 1000);

    // Then
    assertThat(flow.customers()).hasSize(1);
    assertThat(flow.rejections())
        .extracting(
            r -> r.getStage(),
            r -> r.getViolations().get(0).getRule(),
            r -> r.getOrigin().getCoordinates().getOffset())
        .containsExactly(
            tuple("quality", "email", 0L),
            tuple("source", "key", 1L),
            tuple("source", "encoding", 2L),
            tuple("quality", "named", 3L),
            tuple("source", "encoding", 5L));
  }

  @Test
  void shouldKeepTheBytesOfWhatItRefuses() {
    // Given
    var topic = "crm.north.customers";
    var garbage = "garbage".getBytes(StandardCharsets.UTF_8);

    // When
    flow.publish(topic, flow.key(topic, 2L), garbage, 1000);

    // Then
    var origin = flow.rejections().get(0).getOrigin();
    assertThat(origin.getValue().orElseThrow().array()).isEqualTo(garbage);
    assertThat(origin.getKey().orElseThrow().array()).isEqualTo(flow.key(topic, 2L));
  }

  @Test
  void shouldRefuseANegativePrice() {
    // When
    flow.upsert("north", "products", 5L, 1000, Map.of("name", "Tea", "price", -1.0));

    // Then
    assertThat(flow.products()).isEmpty();
    assertThat(flow.rejections().get(0).getViolations())
        .extracting(violation -> violation.getRule())
        .containsExactly("not-negative");
  }

  private static Map<String, Object> ada() {
    return Map.of(
        "first_name", "Ada", "last_name", "Lovelace", "email", "ada@example.org", "city", "London");
  }

  private static Map<String, Object> tea() {
    return Map.of("sku", "T-1", "name", "Tea", "price", 9.8, "currency", "EUR");
  }

  private static Map<String, Object> order(String customer) {
    return Map.of(
        "order_no",
        "N-10",
        "customer_id",
        Long.valueOf(customer),
        "ordered_at",
        Instant.parse("2026-01-01T10:00:00Z"),
        "currency",
        "EUR",
        "total",
        24.99);
  }

  private static Map<String, Object> line(
      long order, long product, long quantity, double price, double discount) {
    return Map.of(
        "order_id",
        order,
        "product_id",
        product,
        "quantity",
        quantity,
        "unit_price",
        price,
        "discount",
        discount);
  }

  private static Map<String, Object> item(long sale) {
    return Map.of(
        "sale_no",
        sale,
        "article_no",
        "A-1",
        "qty",
        2.0,
        "unit_price",
        5.0,
        "rebate_percent",
        10.0);
  }
}
