package io.syncline.streams.inspection.quality;

import static io.syncline.streams.kafka.StoreCatalogue.QUALITY_DUPLICATE_TALLY;
import static io.syncline.streams.kafka.StoreCatalogue.QUALITY_TALLY;
import static io.syncline.streams.kafka.StoreCatalogue.SOURCE_TALLY;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.syncline.schemas.Tally;
import io.syncline.streams.HttpTest;
import io.syncline.streams.kafka.Store;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

@MicronautTest
class QualityControllerTest extends HttpTest {

  @Inject QualityReport report;
  @Inject MappedEntities mapped;

  @Test
  void shouldSumTheCountsOfAllPartitions() {
    // Given
    tallies();

    // When
    var answer = get("/api/quality");

    // Then
    assertThat(answer.jsonList())
        .contains(
            Map.of(
                "source",
                "north",
                "entity",
                "customer",
                "total",
                10,
                "duplicate",
                2,
                "missing",
                1,
                "same",
                7,
                "completeness",
                0.7,
                "consistency",
                0.7));
  }

  @Test
  void shouldListEveryMappedEntityAlsoWhereNothingHasCome() {
    // When
    var answer = get("/api/quality");

    // Then
    assertThat(answer.jsonList())
        .extracting(quality -> quality.get("entity"))
        .containsExactly("customer", "product", "order", "order_line");
    assertThat(answer.text()).contains("\"total\":0", "\"completeness\":null");
  }

  @Test
  void shouldShowThemAsGauges() {
    // Given
    tallies();
    var registry = new SimpleMeterRegistry();

    // When
    new QualityMeters(() -> report, mapped, InstantSource.system()).bindTo(registry);

    // Then
    var ofCustomers = registry.get("syncline.quality.consistency").tag("entity", "customer");
    assertThat(ofCustomers.tag("source", "north").gauge().value()).isEqualTo(0.7);
    var total = registry.get("syncline.quality.records").tag("entity", "customer");
    assertThat(total.tag("count", "total").gauge().value()).isEqualTo(10);
  }

  @Test
  void shouldShowNoNumberWhileAPartCannotBeRead() {
    // Given
    tallies();
    var registry = new SimpleMeterRegistry();
    var now = new AtomicReference<>(Instant.EPOCH);
    new QualityMeters(() -> report, mapped, now::get).bindTo(registry);
    var gauges = registry.get("syncline.quality.records").gauges();
    gauges.forEach(Gauge::value);

    // When
    stores.beRestoring();
    now.set(Instant.EPOCH.plusSeconds(60));

    // Then
    assertThat(gauges).isNotEmpty().allMatch(gauge -> Double.isNaN(gauge.value()));
  }

  private void tallies() {
    put(SOURCE_TALLY, "0", "customers", 6);
    put(SOURCE_TALLY, "1", "customers", 4);
    put(QUALITY_TALLY, "0", "customer/refused", 3);
    put(QUALITY_TALLY, "1", "customer/missing", 1);
    put(QUALITY_DUPLICATE_TALLY, "1", "customer", 2);
  }

  private void put(Store<Tally> store, String partition, String subject, long count) {
    stores.put(store, partition + "/north/" + subject, new Tally("north", subject, count));
  }
}
