package io.syncline.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.syncline.schemas.AvroSerdes;
import io.syncline.streams.kafka.StoreCatalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Several instances of the whole application, sharing the work. */
class InstancesIT {

  private static final int CUSTOMERS = 40;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String TOPIC = "crm.north.customers";

  /** A row of the source's customers. */
  static final Schema CUSTOMER =
      SchemaBuilder.record("customers")
          .namespace("crm.north")
          .fields()
          .optionalString("first_name")
          .optionalString("last_name")
          .optionalString("company")
          .optionalString("email")
          .optionalString("phone")
          .optionalString("street")
          .optionalString("city")
          .optionalString("postcode")
          .optionalString("country_code")
          .optionalBoolean("vip")
          .endRecord();

  @RegisterExtension static final EmbeddedKafka KAFKA = new EmbeddedKafka();
  @TempDir static Path folder;

  private static Instance first;
  private static Instance second;

  @BeforeAll
  static void start() {
    first = Instance.start(KAFKA, folder.resolve("first"));
    second = Instance.start(KAFKA, folder.resolve("second"));
    IntStream.range(0, CUSTOMERS).forEach(InstancesIT::publishCustomer);
    await().atMost(PATIENCE).until(() -> first.ready() && second.ready());
    await().atMost(PATIENCE).until(() -> !partitions(first).isEmpty());
    await().atMost(PATIENCE).until(() -> !partitions(second).isEmpty());
    await().atMost(PATIENCE).until(() -> keys(first).size() == CUSTOMERS);
  }

  @AfterAll
  static void stop() {
    second.close();
    first.close();
  }

  @Test
  void shouldAnswerForEveryKeyWhicheverInstanceHoldsIt() {
    for (var instance : List.of(first, second)) {
      for (var number = 0; number < CUSTOMERS; number++) {
        // When
        var customer = instance.get("/api/customers?source=north&key=" + number);

        // Then
        assertThat(customer).containsEntry("email", "ada" + number + "@example.org");
      }
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(partitions(first)).doesNotContainAnyElementsOf(partitions(second)));
  }

  @Test
  void shouldFindAKeyOfAStoreThatIsNotPartitionedByItsKeys() {
    for (var instance : List.of(first, second)) {
      for (var number = 0; number < CUSTOMERS; number++) {
        // When
        var key = "north/customer/" + number;
        var home = instance.get("/api/stores/" + StoreCatalogue.IDENTITY_NODE.name() + "/" + key);

        // Then
        assertThat(home).containsEntry("key", key);
      }
    }
  }

  @Test
  void shouldReadAStoreWholeAndInOrder() {
    // When
    var keys = keys(first);

    // Then
    assertThat(keys).hasSize(CUSTOMERS).isSorted().isEqualTo(keys(second));
  }

  @Test
  void shouldTellAnotherInstanceOnlyOfWhatItHoldsItself() {
    // Given
    var path = "/peer/stores/" + StoreCatalogue.CANONICAL_CUSTOMER.name() + "/entries?max=1000";

    // When
    var counts =
        await()
            .atMost(PATIENCE)
            .until(
                () -> List.of(entries(first, path).size(), entries(second, path).size()),
                sizes -> sizes.stream().mapToInt(size -> size).sum() == CUSTOMERS);

    // Then
    assertThat(counts).doesNotContain(0);
  }

  @Test
  void shouldShowTheMetricsOfKafkaStreams() {
    assertThat(first.text("/prometheus")).contains("kafka_stream_thread_process_total");
  }

  @Test
  void shouldTakeOverTheWorkOfAnInstanceThatLeaves() {
    // Given
    var third = Instance.start(KAFKA, folder.resolve("third"));
    await().atMost(PATIENCE).until(third::ready);

    // When
    third.close();

    // Then
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(partitions(first).size() + partitions(second).size()).isEqualTo(4));
    await().atMost(PATIENCE).until(() -> keys(first).size() == CUSTOMERS);
  }

  private static List<Object> partitions(Instance instance) {
    return instance.list("/api/stores").stream()
        .filter(store -> store.get("name").equals(StoreCatalogue.CANONICAL_CUSTOMER.name()))
        .flatMap(store -> ((List<?>) store.get("partitions")).stream())
        .<Object>map(partition -> partition)
        .toList();
  }

  private static List<?> entries(Instance instance, String path) {
    return (List<?>) instance.get(path).get("entries");
  }

  /** The keys of the canonical customers, read page by page. */
  private static List<String> keys(Instance instance) {
    var keys = new ArrayList<String>();
    var next = "";
    do {
      var page =
          instance.get(
              "/api/stores/%s/entries?max=7&from=%s"
                  .formatted(StoreCatalogue.CANONICAL_CUSTOMER.name(), next));
      for (var entry : (List<?>) page.get("entries")) {
        keys.add(((Map<?, ?>) entry).get("key").toString());
      }
      next = (String) page.get("next");
    } while (next != null);
    return keys;
  }

  private static void publishCustomer(int number) {
    var row = new GenericData.Record(CUSTOMER);
    row.put("first_name", "Ada");
    row.put("last_name", "Lovelace");
    row.put("email", "ada" + number + "@example.org");
    var serdes = new AvroSerdes(Instance.REGISTRY);
    try (var producer = KAFKA.producer(Map.of())) {
      producer.send(
          new ProducerRecord<>(
              TOPIC,
              serdes.anyKeyWriter().serialize(TOPIC, (long) number),
              serdes.anyValueWriter().serialize(TOPIC, row)));
    }
  }
}
