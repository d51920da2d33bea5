package io.syncline.streams.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.syncline.schemas.LatestVersion;
import io.syncline.streams.CanonicalFixtures;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AvroJsonTest {

  @Test
  void shouldNameFieldsAsTheSchemaDoesAndShowTheEmptyOnes() {
    // Given
    var customer = CanonicalFixtures.aCustomer("c-1");

    // When
    var json = AvroJson.of(customer);

    // Then
    assertThat(json.keySet())
        .containsExactlyElementsOf(
            customer.getSchema().getFields().stream().map(field -> field.name()).toList());
    assertThat(json).contains(entry("company", null), entry("version", 7L));
  }

  @Test
  void shouldWriteTimesAsIso8601() {
    // When
    var json = AvroJson.of(CanonicalFixtures.aCustomer("c-1"));

    // Then
    assertThat(json).contains(entry("updated_at", "2026-01-02T03:04:05.006Z"));
  }

  @Test
  void shouldWriteDecimalsExactly() {
    // When
    var json = AvroJson.of(CanonicalFixtures.aProduct("p-1"));

    // Then
    assertThat(json).contains(entry("unit_price", "123456789012345.6789"));
    assertThat(AvroJson.decimal(new BigDecimal("1E+3"))).isEqualTo("1000");
  }

  @Test
  void shouldWriteRecordsWithinListsAndMaps() {
    // When
    var json = AvroJson.of(CanonicalFixtures.aCustomer("c-1"));

    // Then
    assertThat(json)
        .contains(
            entry("attributes", Map.of("vip", "true")),
            entry(
                "sources",
                List.of(
                    Map.of("source", "north", "entity", "customer", "key", "4711"),
                    Map.of("source", "south", "entity", "customer", "key", "7"))));
  }

  @Test
  void shouldWriteBytesAsBase64AndLeaveThemUnread() {
    // Given
    var latest = new LatestVersion(1L, ByteBuffer.wrap(new byte[] {1, 2, 3}), false, null);

    // When
    AvroJson.of(latest);
    var again = AvroJson.of(latest);

    // Then
    assertThat(again).contains(entry("digest", "AQID"));
  }
}
