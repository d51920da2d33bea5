package io.syncline.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.syncline.schemas.AvroSerdes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericData;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The quarantine of two instances, seen and redriven through one of them. */
class QuarantineIT {

  private static final int CUSTOMERS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String TOPIC = "crm.north.customers";

  @RegisterExtension static final EmbeddedKafka KAFKA = new EmbeddedKafka();
  @TempDir static Path folder;

  private static Instance first;
  private static Instance second;

  @BeforeAll
  static void start() {
    first = Instance.start(KAFKA, folder.resolve("first"));
    second = Instance.start(KAFKA, folder.resolve("second"));
    IntStream.range(0, CUSTOMERS).forEach(QuarantineIT::publishBadCustomer);
    await().atMost(PATIENCE).until(() -> first.ready() && second.ready());
    await().atMost(PATIENCE).until(() -> count(first) == CUSTOMERS);
  }

  @AfterAll
  static void stop() {
    second.close();
    first.close();
  }

  @Test
  void shouldRedriveEveryRecordWhereverItIs() {
    // Given
    var before = lastSeen("north/customer/" + (CUSTOMERS - 1));

    // When
    var answer = first.post("/api/quarantine/redrive", Map.of("rule", "email"));

    // Then
    assertThat(answer).containsEntry("accepted", CUSTOMERS);
    for (var number = 0; number < CUSTOMERS; number++) {
      var id = "north/customer/" + number;
      await().atMost(PATIENCE).until(() -> lastSeen(id).compareTo(before) > 0);
    }
    assertThat(count(second)).isEqualTo(CUSTOMERS);
  }

  @Test
  void shouldCountBrokenRulesAtPrometheus() {
    // Micrometer looks for new metrics of Kafka's once a minute.
    await()
        .atMost(PATIENCE.multipliedBy(2))
        .untilAsserted(
            () ->
                assertThat(rejections())
                    .isNotEmpty()
                    .allMatch(line -> line.contains("entity=\"customer\""))
                    .allMatch(line -> line.contains("rule=\"email\""))
                    .allMatch(line -> line.contains("source=\"north\"")));
  }

  @Test
  void shouldSayTheSameOfTheQualityWhicheverInstanceIsAsked() {
    for (var instance : List.of(first, second)) {
      // When
      var quality = instance.list("/api/quality");

      // Then
      assertThat(quality)
          .filteredOn(counts -> counts.get("entity").equals("customer"))
          .singleElement()
          .satisfies(counts -> assertThat(counts).containsEntry("total", CUSTOMERS))
          .satisfies(counts -> assertThat(counts).containsEntry("missing", CUSTOMERS))
          .satisfies(counts -> assertThat(counts).containsEntry("consistency", 0.0));
      assertThat(instance.text("/prometheus"))
          .contains(
              "syncline_quality_consistency{entity=\"customer\",source=\"north\"} 0.0",
              "syncline_quality_records{count=\"total\",entity=\"customer\",source=\"north\"} "
                  + CUSTOMERS);
    }
  }

  private static List<String> rejections() {
    return Stream.of(first, second)
        .flatMap(instance -> instance.text("/prometheus").lines())
        .filter(line -> line.startsWith("kafka_stream_quality_rule_reject_total{"))
        .toList();
  }

  private static String lastSeen(String id) {
    var record = (Map<?, ?>) first.get("/api/quarantine/entries/" + id).get("record");
    return record.get("last_seen").toString();
  }

  private static int count(Instance instance) {
    List<Map<String, Object>> causes = instance.list("/api/quarantine");
    return causes.stream().mapToInt(cause -> ((Number) cause.get("count")).intValue()).sum();
  }

  private static void publishBadCustomer(int number) {
    var row = new GenericData.Record(InstancesIT.CUSTOMER);
    row.put("first_name", "Ada");
    row.put("email", "no address");
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
