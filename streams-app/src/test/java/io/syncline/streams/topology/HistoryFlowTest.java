package io.syncline.streams.topology;

import static io.syncline.streams.kafka.StoreCatalogue.CANONICAL_CUSTOMER_HISTORY;
import static io.syncline.streams.kafka.StoreCatalogue.CANONICAL_ORDER_HISTORY;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.schemas.Alteration;
import io.syncline.schemas.Customer;
import io.syncline.schemas.Order;
import io.syncline.schemas.SourceKeys;
import io.syncline.schemas.SourceVersion;
import io.syncline.streams.kafka.HistoryKeys;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HistoryFlowTest {

  private final Flow flow = new Flow();

  @AfterEach
  void close() {
    flow.close();
  }

  @Test
  void shouldKeepNothingOfWhatNeverChanged() {
    // When
    flow.upsert("north", "customers", 4711L, 1000, Rows.ada());

    // Then
    assertThat(alterations()).isEmpty();
  }

  @Test
  void shouldKeepWhatWasThereBeforeAChangeAndWhoChanged() {
    // Given
    flow.upsert("north", "customers", 4711L, 1000, Rows.ada());
    var before = flow.customers().get(0);

    // When
    flow.upsert("north", "customers", 4711L, 2000, Rows.adaAt("king@example.org"));

    // Then
    var after = flow.customers().get(0);
    assertThat(flow.entries(CANONICAL_CUSTOMER_HISTORY))
        .containsOnlyKeys(HistoryKeys.of(after.getId(), after.getVersion()));
    var alteration = alterations().get(0);
    assertThat(alteration.getBefore()).isEqualTo(before);
    assertThat(texts(alteration.getChanged())).containsExactly("north/customer/4711");
    assertThat(alteration.getJoined()).isEmpty();
    assertThat(alteration.getLeft()).isEmpty();
  }

  @Test
  void shouldSayWhoJoinedAndWhoLeft() {
    // Given
    flow.upsert("north", "customers", 4711L, 1000, Rows.ada());
    var ada = flow.customers().get(0).getId();
    flow.upsert("south", "clients", "C-1", 2000, king("ada@example.org"));

    // When
    flow.upsert("south", "clients", "C-1", 3000, king("king@example.org"));

    // Then
    var ofAda = alterations().stream().filter(a -> a.getId().equals(ada)).toList();
    var merge = ofAda.get(0);
    var split = ofAda.get(ofAda.size() - 1);
    assertThat(texts(merge.getJoined())).containsExactly("south/customer/C-1");
    assertThat(split.getLeft()).extracting(SourceKeys::text).containsExactly("south/customer/C-1");
    assertThat(((Customer) split.getBefore()).getSources()).hasSize(2);
  }

  @Test
  void shouldSayIntoWhomARecordWasMerged() {
    // Given
    flow.upsert("north", "customers", 4711L, 1000, Rows.ada());
    flow.upsert("south", "clients", "C-1", 2000, king("king@example.org"));
    var ada = flow.customers().get(0).getId();

    // When
    flow.upsert("south", "clients", "C-1", 3000, king("ada@example.org"));

    // Then
    assertThat(alterations())
        .filteredOn(Alteration::getGone)
        .extracting(alteration -> alteration.getMergedInto().orElse("nobody"))
        .containsExactly(ada);
  }

  @Test
  void shouldKeepWhatWasThereBeforeTheRecordWasNoMore() {
    // Given
    flow.upsert("north", "customers", 4711L, 1000, Rows.ada());

    // When
    flow.delete("north", "customers", 4711L, 2000);

    // Then
    assertThat(alterations()).hasSize(1).allMatch(Alteration::getGone);
  }

  @Test
  void shouldForgetWhatIsOlderThanTheRetention() {
    // Given
    flow.upsert("north", "customers", 4711L, 1000, Rows.ada());
    flow.upsert("north", "customers", 4711L, 2000, Rows.adaAt("king@example.org"));
    flow.passTime(Duration.ofDays(29));
    var within = alterations();

    // When
    flow.passTime(Duration.ofDays(2));

    // Then
    assertThat(within).hasSize(1);
    assertThat(alterations()).isEmpty();
  }

  @Test
  void shouldKeepTheHistoryOfOrdersToo() {
    // Given
    flow.upsert("north", "customers", 4711L, 1000, Rows.ada());
    flow.upsert("north", "products", 5L, 1000, Rows.tea());
    flow.upsert("north", "orders", 10L, 1000, Rows.order("4711"));

    // When
    flow.upsert("north", "order_lines", 71L, 2000, Rows.line(10, 5, 3, 9.8, 0.15));

    // Then
    var history = List.copyOf(flow.entries(CANONICAL_ORDER_HISTORY).values());
    var last = history.get(history.size() - 1);
    assertThat(((Order) last.getBefore()).getLines()).isEmpty();
    assertThat(texts(last.getJoined())).containsExactly("north/order_line/71");
  }

  private List<Alteration> alterations() {
    return List.copyOf(flow.entries(CANONICAL_CUSTOMER_HISTORY).values());
  }

  private static List<String> texts(List<SourceVersion> versions) {
    return versions.stream().map(SourceVersion::getSource).map(SourceKeys::text).toList();
  }

  private static Map<String, Object> king(String mail) {
    return Map.of("full_name", "King", "mail", mail);
  }
}
