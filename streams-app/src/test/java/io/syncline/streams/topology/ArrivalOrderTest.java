package io.syncline.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.schemas.Coordinates;
import io.syncline.schemas.Provenance;
import io.syncline.schemas.Topic;
import io.syncline.schemas.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Promise 2: whatever order records arrive in, the same canonical records come out. */
class ArrivalOrderTest {

  private static final int CUSTOMERS = 20;
  private static final int PRODUCTS = 6;
  private static final int ORDERS = 30;

  private static Map<String, Map<String, SpecificRecord>> expected;

  @BeforeAll
  static void takeTheEventsAsTheyHappened() {
    expected = canonicalRecordsAfter(events());
    assertThat(expected.values()).allSatisfy(records -> assertThat(records).isNotEmpty());
  }

  static Stream<Long> seeds() {
    return Stream.iterate(1L, seed -> seed + 1).limit(10);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void shouldNotMatter(long seed) {
    // Given
    var shuffled = events();
    Collections.shuffle(shuffled, new Random(seed));

    // When
    var actual = canonicalRecordsAfter(shuffled);

    // Then
    assertThat(actual).isEqualTo(expected);
  }

  private static Map<String, Map<String, SpecificRecord>> canonicalRecordsAfter(
      List<Consumer<Flow>> events) {
    try (var flow = new Flow()) {
      events.forEach(event -> event.accept(flow));
      var records = new HashMap<String, Map<String, SpecificRecord>>();
      for (var topic : Topics.canonical()) {
        records.put(topic.name(), withoutTrace(flow, topic));
      }
      return records;
    }
  }

  /** What may differ is taken out: the count of changes, their time, and where a row stands. */
  private static <V extends SpecificRecord> Map<String, SpecificRecord> withoutTrace(
      Flow flow, Topic<V> topic) {
    var records = new TreeMap<String, SpecificRecord>();
    flow.latest(topic)
        .forEach(
            (id, record) -> {
              var schema = record.getSchema();
              record.put(schema.getField("version").pos(), 0L);
              record.put(schema.getField("updated_at").pos(), Instant.EPOCH);
              provenance(record)
                  .forEach(p -> p.setCoordinates(new Coordinates(p.getSource().getKey(), 0, 0L)));
              records.put(id, record);
            });
    return records;
  }

  @SuppressWarnings("unchecked")
  private static List<Provenance> provenance(SpecificRecord record) {
    return (List<Provenance>) record.get(record.getSchema().getField("provenance").pos());
  }

  /** Inserts, updates, moves between clusters and orders, and deletions, in two sources. */
  private static List<Consumer<Flow>> events() {
    var events = new ArrayList<Consumer<Flow>>();
    for (var i = 0; i < CUSTOMERS; i++) {
      addCustomer(events, i);
    }
    for (var i = 0; i < PRODUCTS; i++) {
      long key = i;
      events.add(f -> f.upsert("north", "products", key, 1000, product("T-" + key, "Tea")));
      events.add(f -> f.upsert("north", "products", key, 2000 + key, product("T-" + key, "Tee")));
      events.add(
          f ->
              f.upsert(
                  "south", "articles", "A" + key, 1500, Map.of("title", "Té", "sku", "t-" + key)));
    }
    events.add(f -> f.delete("north", "products", 0L, 9000));
    for (var i = 0; i < ORDERS; i++) {
      addOrder(events, i);
    }
    return events;
  }

  private static void addCustomer(List<Consumer<Flow>> events, int i) {
    long key = i;
    events.add(f -> f.upsert("north", "customers", key, 1000, person("First" + key, key)));
    events.add(f -> f.upsert("north", "customers", key, 2000 + key, person("Second", key % 7)));
    events.add(
        f ->
            f.upsert(
                "south",
                "clients",
                "C" + key,
                1500 + key,
                Map.of("full_name", "South " + key, "mail", "P" + key % 9 + "@example.org")));
    if (i % 5 == 0) {
      events.add(f -> f.delete("north", "customers", key, 3000));
    }
    if (i % 4 == 0) {
      // Refused: what passed before it stands.
      events.add(f -> f.upsert("north", "customers", key, 2500 + key, Map.of("email", "bad")));
    }
  }

  private static void addOrder(List<Consumer<Flow>> events, int i) {
    long key = i;
    events.add(f -> f.upsert("north", "orders", key, 1000, order(key % CUSTOMERS)));
    events.add(f -> f.upsert("north", "orders", key, 2000, order((key + 1) % CUSTOMERS)));
    events.add(f -> f.upsert("north", "order_lines", 100 + key, 1000, line(key, key % PRODUCTS)));
    events.add(f -> f.upsert("north", "order_lines", 200 + key, 1000, line(key, 1)));
    events.add(f -> f.upsert("north", "order_lines", 200 + key, 2000, line((key + 1) % ORDERS, 2)));
    if (i % 7 == 0) {
      events.add(f -> f.delete("north", "orders", key, 3000));
      events.add(f -> f.delete("north", "order_lines", 100 + key, 3000));
    }
  }

  private static Map<String, Object> person(String name, long email) {
    return Map.of("first_name", name, "last_name", "L", "email", "p" + email + "@example.org");
  }

  private static Map<String, Object> product(String sku, String name) {
    return Map.of("sku", sku, "name", name, "price", 2.5, "currency", "EUR");
  }

  private static Map<String, Object> order(long customer) {
    return Map.of("order_no", "N", "customer_id", customer, "currency", "EUR");
  }

  private static Map<String, Object> line(long order, long product) {
    return Map.of("order_id", order, "product_id", product, "quantity", 2, "unit_price", 2.5);
  }
}
