package io.syncline.connect.jdbc.source;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncline.connect.jdbc.fixture.SourceRun;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import io.syncline.connect.jdbc.fixture.TypeSamples;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A query that is read in place of tables. */
abstract class QueryContract {
  private static final String JOIN =
      """
      with named as (select id, name from customers)
      select o.id as order_id, n.name as customer, o.updated_at as changed, n.id as customer_id
      from orders o left join named n on n.id = o.customer -- those without one, too
      """;

  TestDatabase database;

  abstract TestDatabase createDatabase();

  @BeforeEach
  void createTables() {
    database = createDatabase();
    database.run(
        "create table customers (id integer primary key, name varchar(40) not null)",
        "create table orders (id integer primary key, customer integer,"
            + " updated_at timestamp(6) not null)",
        "insert into customers values (1, 'Ada'), (2, 'Bob')");
  }

  private void order(int id, int customer, int minute) {
    database.run(
        "insert into orders values (%d, %d, '2020-01-01 12:%02d:00')"
            .formatted(id, customer, minute));
  }

  private SourceRun run(String mode, String query, String key) {
    var settings = new HashMap<>(Map.of("mode", mode));
    settings.put("topic.prefix", "crm.named_orders");
    settings.put("query", query);
    settings.put("query.key.columns", key);
    if (mode.startsWith("timestamp")) {
      settings.put("timestamp.column.name", "changed");
    }
    return SourceRun.of(database, settings).with("batch.max.rows", "2");
  }

  /**
   * The same rows, whether they are read as a table or by a query.
   *
   * @param knownToCatalog tells fields whose type the catalog knows as well as a query's result
   */
  void shouldReadAlike(TypeSamples samples, Predicate<String> knownToCatalog) {
    // Given
    samples.createIn(database);
    samples.insertInto(database);
    var once =
        Map.of("mode", "bulk", "poll.interval.ms", "3600000", "temporal.precision", "micros");

    // When
    try (var table = SourceRun.of(database, once, "things");
        var query = SourceRun.of(database, once)) {
      query.with("topic.prefix", "crm.test.things");
      query.with("query", "select * from things").with("query.key.columns", "id");
      var expected = table.start().take(samples.rows());
      var records = query.start().take(samples.rows());

      // Then
      assertThat(fields(records))
          .containsAll(fields(expected).stream().filter(knownToCatalog).toList());
      assertThat(cells(records)).isEqualTo(cells(expected));
    }
  }

  private static List<String> fields(List<SourceRecord> records) {
    return records.get(0).valueSchema().fields().stream()
        .map(
            field ->
                "%s %s %s %s"
                    .formatted(
                        field.name(),
                        field.schema(),
                        field.schema().parameters(),
                        field.schema().isOptional()))
        .toList();
  }

  private static Map<Object, List<Object>> cells(List<SourceRecord> records) {
    return records.stream()
        .collect(toMap(SourceRecord::key, record -> cells((Struct) record.value())));
  }

  private static List<Object> cells(Struct value) {
    return value.schema().fields().stream().map(field -> comparable(value.get(field))).toList();
  }

  private static Object comparable(Object value) {
    if (value instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    }
    return value instanceof List<?> elements
        ? elements.stream().map(QueryContract::comparable).toList()
        : value;
  }

  private static List<Object> keys(List<SourceRecord> records) {
    return records.stream().map(record -> (Object) record.key()).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bulk", "incrementing", "timestamp", "timestamp+incrementing", "compare"})
  void shouldReadEveryRowOfQuery(String mode) {
    // Given
    IntStream.rangeClosed(1, 7).forEach(id -> order(id, id % 3, 0));

    // When
    try (var run = run(mode, JOIN, "order_id").with("poll.interval.ms", "60000").start()) {
      var records = run.take(7);

      // Then
      assertThat(keys(records)).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7);
      assertThat(records).extracting(SourceRecord::topic).containsOnly("crm.named_orders");
      assertThat(records)
          .extracting(record -> ((Struct) record.value()).getString("customer"))
          .containsExactlyInAnyOrder("Ada", "Bob", null, "Ada", "Bob", null, "Ada");
      assertThat(run.idle()).isEmpty();
    }
  }

  @Test
  void shouldGoOnBehindStoredOffset() {
    // Given
    IntStream.rangeClosed(1, 5).forEach(id -> order(id, 1, id));
    try (var run = run("timestamp", JOIN, "order_id").start()) {
      run.take(5);
      run.restart();

      // When
      order(6, 2, 6);
      database.run("update orders set updated_at = '2020-01-01 13:00:00' where id = 1");

      // Then
      assertThat(keys(run.take(2))).containsExactly(6, 1);
      assertThat(run.idle()).isEmpty();
    }
  }

  @Test
  void shouldReadAnotherQueryFromItsBeginning() {
    // Given
    IntStream.rangeClosed(1, 3).forEach(id -> order(id, 1, id));
    var other = "select id as order_id, updated_at as changed from orders";
    try (var run = run("timestamp", JOIN, "order_id").start()) {
      run.take(3);

      // When
      run.with("query", other).restart();
      var ofOther = run.take(3);
      run.with("query", JOIN).restart();

      // Then
      assertThat(keys(ofOther)).containsExactly(1, 2, 3);
      assertThat(run.idle()).isEmpty();
    }
  }

  @Test
  void shouldCompareAnotherQueryWithWhatWasSent() {
    // Given
    IntStream.rangeClosed(1, 5).forEach(id -> order(id, 1, id));
    try (var run = run("compare", JOIN, "order_id").start()) {
      run.take(5);

      // When
      database.run("delete from orders where id = 2");
      run.with("query", "select * from (" + JOIN + ") as o where order_id <> 3").restart();

      // Then
      var records = run.take(2);
      assertThat(keys(records)).containsExactlyInAnyOrder(2, 3);
      assertThat(records).extracting(SourceRecord::value).containsOnlyNulls();
      assertThat(run.idle()).isEmpty();
    }
  }

  @Test
  void shouldNoticeColumnsThatComeWhileRunning() {
    // Given
    order(1, 1, 1);
    var query =
        "select c.*, o.id as order_id, updated_at as changed from orders o join customers c on c.id = customer";
    try (var run = run("timestamp", query, "order_id").start()) {
      run.take(1);

      // When
      database.run("alter table customers add column city varchar(20)");
      database.run("update customers set city = 'London'");
      order(2, 1, 2);

      // Then
      var value = (Struct) run.take(1).get(0).value();
      assertThat(value.getString("city")).isEqualTo("London");
    }
  }

  @Test
  void shouldRefuseKeyThatIsNull() {
    // Given
    order(1, 0, 1);

    // When
    try (var run = run("bulk", JOIN, "customer_id").start()) {
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
    IntStream.rangeClosed(1, 5).forEach(id -> order(id, 1, id));
    try (var run = run(mode, JOIN, "order_id,customer_id").start()) {
      run.take(5);

      // When
      order(6, 0, 0);

      // Then
      assertThatThrownBy(() -> run.take(1))
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("rows in which [customer_id] is NULL");
    }
  }

  @Test
  void shouldRefuseNullTimestamps() {
    // Given
    order(1, 1, 1);
    order(2, 0, 1);
    var query =
        "select o.id, case when c.id is null then null else updated_at end as changed from orders o left join customers c on c.id = o.customer";
    try (var strict = run("timestamp", query, "id").start();
        var lenient = run("timestamp", query, "id").with("validate.non.null", "false").start()) {
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
    try (var run = run("bulk", query, "id").start()) {
      assertThatThrownBy(() -> run.take(1))
          .hasMessageMatching("(?is).*(two columns id|duplicate column name.*id).*");
    }
  }

  @Test
  void shouldNameKeyColumnThatQueryLacks() {
    try (var run = run("bulk", JOIN, "id").start()) {
      assertThatThrownBy(() -> run.take(1))
          .isInstanceOf(ConfigException.class)
          .hasMessageContaining("no column id, which query.key.columns names")
          .hasMessageContaining("order_id, customer, changed, customer_id");
    }
  }

  @Test
  void shouldFailWithReasonWhenQueryIsWrong() {
    try (var run = run("bulk", "select id from ordres", "id").start()) {
      assertThatThrownBy(() -> run.take(1))
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("crm.named_orders")
          .hasMessageContaining("ordres");
    }
  }
}
