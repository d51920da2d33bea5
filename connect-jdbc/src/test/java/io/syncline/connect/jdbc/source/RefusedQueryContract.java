package io.syncline.connect.jdbc.source;

import static io.syncline.connect.jdbc.fixture.SentKeys.keys;
import static io.syncline.connect.jdbc.source.NamedOrders.JOIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncline.connect.jdbc.fixture.TestDatabase;
import java.util.stream.IntStream;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries, and rows of them, that the source refuses on every database. */
abstract class RefusedQueryContract {
  TestDatabase database;
  NamedOrders orders;

  abstract TestDatabase createDatabase();

  @BeforeEach
  void createTables() {
    database = createDatabase();
    orders = new NamedOrders(database);
  }

  @Test
  void shouldRefuseKeyThatIsNull() {
    // Given
    orders.insert(1, 0, 1);

    // When
    try (var run = orders.run("bulk", JOIN, "customer_id").start()) {
      // Then
      assertThatThrownBy(() -> run.take(1))
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("Column customer_id of query crm.named_orders is NULL")
          .hasMessageContaining("query.key.columns");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"compare", "timestamp"})
  void shouldRefuseRowsThatHaveNoPlaceInTheOrder(String mode) {
    // Given
    IntStream.rangeClosed(1, 5).forEach(id -> orders.insert(id, 1, id));
    try (var run = orders.run(mode, JOIN, "order_id,customer_id").start()) {
      run.take(5);

      // When
      orders.insert(6, 0, 0);

      // Then
      assertThatThrownBy(() -> run.take(1))
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("rows in which [customer_id] is NULL");
    }
  }

  @Test
  void shouldRefuseNullTimestamps() {
    // Given
    orders.insert(1, 1, 1);
    orders.insert(2, 0, 1);
    var query =
        "select o.id, case when c.id is null then null else updated_at end as changed from orders o left join customers c on c.id = o.customer";
    try (var strict = orders.run("timestamp", query, "id").start();
        var lenient =
            orders.run("timestamp", query, "id").with("validate.non.null", "false").start()) {
      // Then
      assertThatThrownBy(() -> strict.take(1)).hasMessageContaining("[changed] is NULL");
      assertThat(keys(lenient.take(1))).containsExactly(1);
      assertThat(lenient.idle()).isEmpty();
    }
  }

  @Test
  void shouldRefuseTwoColumnsOfOneName() {
    // When
    var query = "select o.id, c.id from orders o join customers c on c.id = o.customer";

    // Then
    try (var run = orders.run("bulk", query, "id").start()) {
      assertThatThrownBy(() -> run.take(1))
          .hasMessageMatching("(?is).*(two columns id|duplicate column name.*id).*");
    }
  }

  @Test
  void shouldNameKeyColumnThatQueryLacks() {
    try (var run = orders.run("bulk", JOIN, "id").start()) {
      assertThatThrownBy(() -> run.take(1))
          .isInstanceOf(ConfigException.class)
          .hasMessageContaining("no column id, which query.key.columns names")
          .hasMessageContaining("order_id, customer, changed, customer_id");
    }
  }

  @Test
  void shouldFailWithReasonWhenQueryIsWrong() {
    try (var run = orders.run("bulk", "select id from ordres", "id").start()) {
      assertThatThrownBy(() -> run.take(1))
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("crm.named_orders")
          .hasMessageContaining("ordres");
    }
  }
}
