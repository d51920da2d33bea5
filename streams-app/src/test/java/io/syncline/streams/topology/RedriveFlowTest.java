package io.syncline.streams.topology;

import static io.syncline.streams.kafka.StoreCatalogue.QUALITY_CAUSE;
import static io.syncline.streams.kafka.StoreCatalogue.QUALITY_QUARANTINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.streams.mapping.Mappings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is in quarantine flows again, with the mapping as it is now. */
class RedriveFlowTest {

  private static final String ADA = "acme/customer/1";
  private static final Map<String, Object> ROW =
      Map.of("name", "Ada", "mail", "moved", "shop", "ada@example.org");
  private static final Mappings BROKEN = Declared.with();
  private static final Mappings MENDED = Declared.with("shop", List.of());

  @Test
  void shouldPassOnceTheMappingIsMended() {
    // Given
    var refused = new Flow(BROKEN);
    refused.upsert("acme", "people", "1", 1000, ROW);
    try (var flow = refused.restartedWith(MENDED)) {

      // When
      flow.redrive(ADA);

      // Then
      assertThat(flow.customers())
          .singleElement()
          .satisfies(customer -> assertThat(customer.getEmail()).hasValue("ada@example.org"))
          .satisfies(
              customer ->
                  assertThat(customer.getProvenance())
                      .allMatch(field -> field.getSourceVersion() == 1000));
      assertThat(flow.rejections()).isEmpty();
      assertThat(flow.entries(QUALITY_QUARANTINE)).isEmpty();
      assertThat(flow.entries(QUALITY_CAUSE)).isEmpty();
    }
  }

  @Test
  void shouldStayInQuarantineWhileNothingIsMended() {
    // Given
    try (var flow = new Flow(BROKEN)) {
      flow.upsert("acme", "people", "1", 1000, ROW);

      // When
      flow.redrive(ADA);

      // Then
      assertThat(flow.customers()).isEmpty();
      assertThat(flow.entries(QUALITY_QUARANTINE)).containsOnlyKeys(ADA);
      assertThat(flow.entries(QUALITY_CAUSE).values())
          .singleElement()
          .satisfies(cause -> assertThat(cause.getCount()).isEqualTo(1));
    }
  }

  @Test
  void shouldSayTheReasonsOfNow() {
    // Given
    var refused = new Flow(BROKEN);
    refused.upsert("acme", "people", "1", 1000, ROW);
    var stricter = Declared.with("shop", List.of("phone-there: {field: phone, required: true}"));
    try (var flow = refused.restartedWith(stricter)) {

      // When
      flow.redrive(ADA);

      // Then
      assertThat(flow.entries(QUALITY_CAUSE))
          .containsOnlyKeys(
              "0/acme/customer/quality/phone-there/phone/is empty: fill it in the source, or map"
                  + " another column");
    }
  }

  @Test
  void shouldNotOvertakeANewerVersionThatCameMeanwhile() {
    // Given
    var refused = new Flow(BROKEN);
    refused.upsert("acme", "people", "1", 1000, ROW);
    try (var flow = refused.restartedWith(MENDED)) {
      flow.upsert("acme", "people", "1", 2000, Map.of("name", "King", "shop", "ada@example.org"));

      // When
      flow.redrive(ADA);

      // Then
      assertThat(flow.customers())
          .singleElement()
          .satisfies(customer -> assertThat(customer.getName()).hasValue("King"));
    }
  }

  @Test
  void shouldNotBringBackWhatWasDeletedMeanwhile() {
    // Given
    var refused = new Flow(BROKEN);
    refused.upsert("acme", "people", "1", 1000, ROW);
    try (var flow = refused.restartedWith(MENDED)) {
      flow.delete("acme", "people", "1", 2000);

      // When
      flow.redrive(ADA);

      // Then
      assertThat(flow.customers()).isEmpty();
    }
  }

  @Test
  void shouldRedriveTheNewestVersionThatWasRefused() {
    // Given
    var refused = new Flow(BROKEN);
    refused.upsert("acme", "people", "1", 2000, ROW);
    refused.upsert(
        "acme", "people", "1", 1000, Map.of("name", "Old", "mail", "moved", "shop", "a@b.org"));
    try (var flow = refused.restartedWith(MENDED)) {

      // When
      flow.redrive(ADA, "acme/customer/unknown");

      // Then
      assertThat(flow.customers())
          .singleElement()
          .satisfies(customer -> assertThat(customer.getName()).hasValue("Ada"));
    }
  }

  @Test
  void shouldTakeALaterVersionAfterARedrivenOne() {
    // Given
    var refused = new Flow(BROKEN);
    refused.upsert("acme", "people", "1", 1000, ROW);
    try (var flow = refused.restartedWith(MENDED)) {
      flow.redrive(ADA);

      // When
      flow.upsert("acme", "people", "1", 2000, Map.of("name", "King", "shop", "ada@example.org"));

      // Then
      assertThat(flow.customers())
          .singleElement()
          .satisfies(customer -> assertThat(customer.getName()).hasValue("King"));
    }
  }
}
