package io.syncline.connect.jdbc.source;

import static io.syncline.connect.jdbc.fixture.SentKeys.keys;
import static io.syncline.connect.jdbc.source.NamedOrders.JOIN;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.connect.jdbc.fixture.SourceRun;
import io.syncline.connect.jdbc.fixture.TypeSamples;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A query that is read in place of tables. */
abstract class QueryContract extends RefusedQueryContract {
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

  @ParameterizedTest
  @ValueSource(strings = {"bulk", "incrementing", "timestamp", "timestamp+incrementing", "compare"})
  void shouldReadEveryRowOfQuery(String mode) {
    // Given
    IntStream.rangeClosed(1, 7).forEach(id -> orders.insert(id, id % 3, 0));

    // When
    try (var run = orders.run(mode, JOIN, "order_id").with("poll.interval.ms", "60000").start()) {
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
    IntStream.rangeClosed(1, 5).forEach(id -> orders.insert(id, 1, id));
    try (var run = orders.run("timestamp", JOIN, "order_id").start()) {
      run.take(5);
      run.restart();

      // When
      orders.insert(6, 2, 6);
      database.run("update orders set updated_at = '2020-01-01 13:00:00' where id = 1");

      // Then
      assertThat(keys(run.take(2))).containsExactly(6, 1);
      assertThat(run.idle()).isEmpty();
    }
  }

  @Test
  void shouldReadAnotherQueryFromItsBeginning() {
    // Given
    IntStream.rangeClosed(1, 3).forEach(id -> orders.insert(id, 1, id));
    var other = "select id as order_id, updated_at as changed from orders";
    try (var run = orders.run("timestamp", JOIN, "order_id").start()) {
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
    IntStream.rangeClosed(1, 5).forEach(id -> orders.insert(id, 1, id));
    try (var run = orders.run("compare", JOIN, "order_id").start()) {
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
    orders.insert(1, 1, 1);
    var query =
        "select c.*, o.id as order_id, updated_at as changed from orders o join customers c on c.id = customer";
    try (var run = orders.run("timestamp", query, "order_id").start()) {
      run.take(1);

      // When
      database.run("alter table customers add column city varchar(20)");
      database.run("update customers set city = 'London'");
      orders.insert(2, 1, 2);

      // Then
      var value = (Struct) run.take(1).get(0).value();
      assertThat(value.getString("city")).isEqualTo("London");
    }
  }
}
