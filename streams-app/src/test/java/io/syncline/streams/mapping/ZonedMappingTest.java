package io.syncline.streams.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.schemas.Coordinates;
import io.syncline.schemas.Entity;
import io.syncline.schemas.OrderFields;
import io.syncline.schemas.Origin;
import io.syncline.schemas.SourceRow;
import io.syncline.streams.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for a source holds for its fields, its functions and its rules alike. */
class ZonedMappingTest {

  private static final String FILE =
      """
      source: acme
      defaults: {zone: Europe/Berlin, language: de}
      tables:
        sales: {buyer: text, sold: text, paid: text}
      order:
        from: sales
        fields: {customer: buyer, ordered_at: sold}
        attributes: {paid: "datetime(paid, 'd. MMMM yyyy')"}
        rules:
          this-year: {field: ordered_at, min: 2024-01-01, max: 2024-12-31T23:59:59}
      """;

  @TempDir private Path folder;
  private Mappings mappings;

  @BeforeEach
  void load() throws IOException {
    mappings = Mappings.load(List.of(Files.writeString(folder.resolve("mapping.yaml"), FILE)));
  }

  @Test
  void shouldReadTimesWithoutAnOffsetWhereTheyWereWritten() {
    assertThat(order("2024-07-01 10:00:00").getOrderedAt())
        .hasValue(Instant.parse("2024-07-01T08:00:00Z"));
  }

  @Test
  void shouldReadTheNamesOfMonthsInTheLanguageOfTheSource() {
    assertThat(order("2024-07-01").getAttributes()).containsEntry("paid", "2024-03-11T23:00:00Z");
  }

  @Test
  void shouldHoldTimesAgainstRangesOfTheSameZone() {
    assertThat(broken("2024-01-01")).isFalse();
    assertThat(broken("2023-12-31T23:59:59")).isTrue();
    assertThat(broken("2024-12-31T23:30:00")).isFalse();
    assertThat(broken("2024-12-31T23:30:00Z")).isTrue();
  }

  private boolean broken(String sold) {
    var rules = mappings.rules().of(Entity.ORDER.of("acme", "1"));
    return rules.stream()
        .map((Rule rule) -> rule.complaint(order(sold)))
        .anyMatch(Optional::isPresent);
  }

  private OrderFields order(String sold) {
    var schema =
        SchemaBuilder.record("sales")
            .fields()
            .requiredString("buyer")
            .requiredString("sold")
            .requiredString("paid")
            .endRecord();
    var row = new GenericData.Record(schema);
    row.put("buyer", "1");
    row.put("sold", sold);
    row.put("paid", "12. März 2024");
    var origin =
        Origin.newBuilder()
            .setCoordinates(new Coordinates("crm.acme.sales", 0, 0L))
            .setTimestamp(Instant.EPOCH)
            .build();
    var mapped =
        mappings
            .of("acme")
            .orElseThrow()
            .map(new SourceRow("acme", "sales", "1", Optional.of(row), origin));
    return (OrderFields) mapped.get(0).getFields().orElseThrow();
  }
}
