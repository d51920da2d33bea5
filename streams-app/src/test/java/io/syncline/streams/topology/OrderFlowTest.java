package io.syncline.streams.topology;

import static io.syncline.streams.kafka.StoreCatalogue.CANONICAL_ASSEMBLY;
import static io.syncline.streams.kafka.StoreCatalogue.CANONICAL_LOOKUP;
import static io.syncline.streams.kafka.StoreCatalogue.CANONICAL_WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.syncline.schemas.Order;
import io.syncline.schemas.OrderLine;
import io.syncline.schemas.SourceKeys;
import io.syncline.schemas.Topics;
import io.syncline.schemas.Warning;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderFlowTest {

  private final Flow flow = new Flow();

  @AfterEach
  void close() {
    flow.close();
  }

  @Test
  void shouldJoinOrdersToCustomersAndProductsInWhateverOrderTheyCome() {
    // Given
    flow.upsert("north", "order_lines", 71L, 1000, Rows.line(10, 5, 3, 9.8, 0.15));
    flow.upsert("north", "orders", 10L, 1000, Rows.order("4711"));
    flow.upsert("north", "products", 5L, 1000, Rows.tea());
    var early = flow.orders();

    // When
    flow.upsert("north", "customers", 4711L, 1000, Rows.ada());

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
    flow.upsert("north", "orders", 10L, 1000, Rows.order("4711"));
    flow.upsert("north", "order_lines", 71L, 1000, Rows.line(11, 5, 3, 9.8, 0));

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
    flow.upsert("north", "order_lines", 71L, 1000, Rows.line(10, 5, 3, 9.8, 0));

    // Then
    assertThat(flow.entries(CANONICAL_WAITING)).isEmpty();
  }

  @Test
  void shouldTakeAnOrderBackWhenItsCustomerGoes() {
    // Given
    flow.upsert("north", "customers", 4711L, 1000, Rows.ada());
    flow.upsert("north", "orders", 10L, 1000, Rows.order("4711"));
    assertThat(flow.orders()).hasSize(1);

    // When
    flow.delete("north", "customers", 4711L, 2000);

    // Then
    assertThat(flow.published(Topics.ORDER)).extracting(Flow.Published::value).containsOnlyNulls();
    assertThat(flow.entries(CANONICAL_WAITING)).hasSize(1);
  }

  @Test
  void shouldGiveAnOrderThatComesBackWithinTheMillisecondANewerVersion() {
    // Given
    flow.upsert("north", "customers", 4711L, 1000, Rows.ada());
    flow.upsert("north", "orders", 10L, 1000, Rows.order("4711"));
    var before = flow.orders().get(0).getVersion();

    // When
    flow.delete("north", "orders", 10L, 2000);
    flow.upsert("north", "orders", 10L, 3000, Rows.order("4711"));

    // Then
    assertThat(flow.orders()).extracting(Order::getVersion).containsExactly(before + 1);
  }

  @Test
  void shouldFollowACustomerThatMovesToAnotherCluster() {
    // Given
    flow.upsert(
        "south", "clients", "C-1", 500, Map.of("full_name", "King", "mail", "king@example.org"));
    flow.upsert("north", "customers", 4711L, 1000, Rows.ada());
    flow.upsert("north", "orders", 10L, 1000, Rows.order("4711"));
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
  void shouldKeepTheIdOfACustomerWhoseMatchKeyChanges() {
    // Given
    flow.upsert("north", "customers", 4711L, 1000, Rows.ada());
    flow.upsert("north", "orders", 10L, 1000, Rows.order("4711"));
    var before = flow.orders();

    // When
    flow.upsert("north", "customers", 4711L, 2000, Rows.adaAt("king@example.org"));

    // Then
    assertThat(flow.latest(Topics.CUSTOMER)).containsOnlyKeys(before.get(0).getCustomerId());
    assertThat(flow.published(Topics.ORDER)).isEmpty();
  }

  @Test
  void shouldTakeAMergeBackAsIfItHadNeverBeen() {
    // Given
    flow.upsert("north", "customers", 4711L, 1000, Rows.ada());
    flow.upsert(
        "south", "clients", "C-1", 2000, Map.of("full_name", "King", "mail", "king@example.org"));
    var before = flow.latest(Topics.CUSTOMER).keySet();

    // When
    flow.upsert(
        "south", "clients", "C-1", 3000, Map.of("full_name", "King", "mail", "ada@example.org"));
    var merged = flow.customers();
    flow.upsert(
        "south", "clients", "C-1", 4000, Map.of("full_name", "King", "mail", "king@example.org"));

    // Then
    assertThat(merged).hasSize(1);
    assertThat(flow.latest(Topics.CUSTOMER).keySet()).isEqualTo(before);
  }

  @Test
  void shouldWarnWhileTheTotalIsNotWhatTheLinesComeTo() {
    // Given
    flow.upsert("north", "customers", 4711L, 1000, Rows.ada());
    flow.upsert("north", "products", 5L, 1000, Rows.tea());
    flow.upsert("north", "order_lines", 71L, 1000, Rows.line(10, 5, 1, 20, 0));
    flow.upsert("north", "orders", 10L, 1000, Rows.order("4711"));
    var early = flow.orders().get(0);

    // When
    flow.upsert("north", "order_lines", 72L, 1000, Rows.line(10, 5, 1, 4.99, 0));

    // Then
    assertThat(early.getWarnings())
        .extracting(Warning::getRule, w -> w.getField().orElseThrow(), w -> w.getSource().getKey())
        .containsExactly(tuple("total-of-lines", "total", "10"));
    assertThat(flow.orders()).flatExtracting(Order::getWarnings).isEmpty();
    assertThat(
            flow.metric(
                "rule-warn-total",
                Map.of("source", "north", "entity", "order", "rule", "total-of-lines")))
        .isEqualTo(1);
  }

  @Test
  void shouldNotTakeACustomerForOneWhoseKeyGoesOnAsAWishDoes() {
    // Given
    var longer = "C-1 <- x";
    flow.upsert("south", "clients", longer, 1000, Map.of("full_name", "Ada"));
    flow.upsert("south", "sales", 1L, 1000, Map.of("sale_no", 1, "client_no", longer));

    // When
    flow.upsert("south", "clients", "C-1", 1000, Map.of("full_name", "King"));

    // Then
    assertThat(flow.orders())
        .singleElement()
        .extracting(Order::getCustomerId)
        .isEqualTo(id("south/customer/" + longer));
  }

  @Test
  void shouldFollowALineThatMovesToAnotherOrder() {
    // Given
    flow.upsert("south", "clients", "C-1", 1000, Map.of("full_name", "Ada"));
    flow.upsert("south", "articles", "A-1", 1000, Map.of("title", "Tea", "list_price", 5.0));
    flow.upsert("south", "sales", 1L, 1000, Map.of("sale_no", 1, "client_no", "C-1"));
    flow.upsert("south", "sales", 2L, 1000, Map.of("sale_no", 2, "client_no", "C-1"));
    flow.upsert("south", "sale_items", "1,1", 1000, Rows.item(1));

    // When
    flow.upsert("south", "sale_items", "1,1", 2000, Rows.item(2));

    // Then
    assertThat(flow.orders())
        .extracting(order -> order.getNumber().orElseThrow(), Order::getTotal)
        .containsExactlyInAnyOrder(
            tuple("1", new BigDecimal("0.0000")), tuple("2", new BigDecimal("9.0000")));
  }

  @Test
  void shouldLeaveNothingBehindWhenEverythingWasDeleted() {
    // Given
    flow.upsert("north", "customers", 4711L, 1000, Rows.ada());
    flow.upsert("north", "products", 5L, 1000, Rows.tea());
    flow.upsert("north", "orders", 10L, 1000, Rows.order("4711"));
    flow.upsert("north", "order_lines", 71L, 1000, Rows.line(10, 5, 3, 9.8, 0));

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

  private static String id(String record) {
    return UUID.nameUUIDFromBytes(record.getBytes()).toString();
  }
}
