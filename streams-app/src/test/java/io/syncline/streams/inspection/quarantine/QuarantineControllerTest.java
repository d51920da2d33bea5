package io.syncline.streams.inspection.quarantine;

import static io.syncline.streams.inspection.quarantine.QuarantineFixtures.ADA;
import static io.syncline.streams.inspection.quarantine.QuarantineFixtures.MONDAY;
import static io.syncline.streams.inspection.quarantine.QuarantineFixtures.TUESDAY;
import static io.syncline.streams.inspection.quarantine.QuarantineFixtures.cause;
import static io.syncline.streams.inspection.quarantine.QuarantineFixtures.put;
import static io.syncline.streams.inspection.quarantine.QuarantineFixtures.putUnmapped;
import static io.syncline.streams.inspection.quarantine.QuarantineFixtures.quarantined;
import static io.syncline.streams.kafka.StoreCatalogue.QUALITY_CAUSE;
import static io.syncline.streams.kafka.StoreCatalogue.QUALITY_QUARANTINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.syncline.schemas.AvroSerdes;
import io.syncline.streams.HttpTest;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What is in quarantine, and why. */
@MicronautTest
class QuarantineControllerTest extends HttpTest {

  @Inject AvroSerdes serdes;

  @Test
  void shouldSumTheCausesOfAllPartitionsAndBeginWithTheLargest() {
    // Given
    stores.put(QUALITY_CAUSE, "0/a", cause("email", 2, MONDAY, MONDAY, "north/customer/1"));
    stores.put(QUALITY_CAUSE, "0/b", cause("named", 4, MONDAY, MONDAY, "north/customer/2"));
    stores.put(QUALITY_CAUSE, "1/a", cause("email", 3, TUESDAY, TUESDAY, "north/customer/3"));

    // When
    var answer = get("/api/quarantine");

    // Then
    assertThat(answer.jsonList())
        .extracting(cause -> cause.get("rule"), cause -> cause.get("count"))
        .containsExactly(tuple("email", 5), tuple("named", 4));
    assertThat(answer.jsonList().get(0))
        .containsEntry("source", "north")
        .containsEntry("entity", "customer")
        .containsEntry("first_seen", "2026-01-05T08:00:00Z")
        .containsEntry("last_seen", "2026-01-06T08:00:00Z")
        .containsEntry("example", "north/customer/3")
        .containsEntry(
            "example_coordinates",
            Map.of("topic", "crm.north.customers", "partition", 1, "offset", 42));
  }

  @Test
  void shouldTellCausesApartThatSayOtherThings() {
    // Given
    var other = cause("email", 3, MONDAY, MONDAY, "north/customer/2");
    other.setMessage("is too long");
    stores.put(QUALITY_CAUSE, "0/a", cause("email", 2, MONDAY, MONDAY, "north/customer/1"));
    stores.put(QUALITY_CAUSE, "1/b", other);

    // When
    var answer = get("/api/quarantine");

    // Then
    assertThat(answer.jsonList())
        .extracting(cause -> cause.get("message"), cause -> cause.get("count"))
        .containsExactly(tuple("is too long", 3), tuple("is no address", 2));
  }

  @Test
  void shouldListWhatOneCauseHas() {
    // Given
    putUnmapped(stores, "north/customer/1", "birth", "is no number");
    putUnmapped(stores, "north/customer/2", "price", "is no number");
    putUnmapped(stores, "north/customer/3", "price", "has more than 4 decimals");
    put(stores, "north/customer/4", 0, "mapping", "price");

    // When
    var cause = "?stage=mapping&rule=mapping&field=price&message=is%20no%20number";
    var answer = get("/api/quarantine/entries" + cause).json();

    // Then
    assertThat(ids(answer)).containsExactly("north/customer/2");
  }

  @Test
  void shouldListWhatIsMeantPageByPage() {
    // Given
    put(stores, "north/customer/1", 0, "email");
    put(stores, "north/customer/2", 0, "named");
    put(stores, "north/customer/3", 0, "email", "named");
    put(stores, "north/product/4", 0, "email");
    put(stores, "south/customer/5", 0, "email");

    // When
    var path = "/api/quarantine/entries?source=north&entity=customer&rule=email&max=1";
    var first = get(path).json();
    var second = get(path + "&from=" + first.get("next")).json();

    // Then
    assertThat(ids(first)).containsExactly("north/customer/1");
    assertThat(ids(second)).containsExactly("north/customer/3");
    assertThat(second).containsEntry("next", null);
  }

  @Test
  void shouldFindWhatIsMeantBeyondManyThatAreNot() {
    // Given
    IntStream.range(0, 1200).forEach(i -> put(stores, "north/customer/" + i, 0, "named"));
    put(stores, "south/customer/1", 0, "email");

    // When
    var answer = get("/api/quarantine/entries?rule=email").json();

    // Then
    assertThat(ids(answer)).containsExactly("south/customer/1");
  }

  @Test
  void shouldShowTheBytesAndWhatTheySay() {
    // Given
    var bytes = row();
    stores.put(QUALITY_QUARANTINE, ADA, quarantined(ADA, 1, ByteBuffer.wrap(bytes), "email"));

    // When
    var answer = get("/api/quarantine/entries/" + ADA).json();

    // Then
    assertThat(answer.get("value"))
        .isEqualTo(
            Map.of(
                "base64",
                Base64.getEncoder().encodeToString(bytes),
                "decoded",
                Map.of("email", "no address", "age", 36, "price", "9.80")));
    assertThat(answer.get("headers"))
        .isEqualTo(List.of(Map.of("name", "trace", "base64", base64("abc"))));
    assertThat(answer.get("record"))
        .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
        .containsEntry("source_version", 1000)
        .containsEntry("stage", "quality")
        .containsEntry(
            "violations",
            List.of(Map.of("rule", "email", "field", "email", "message", "is no address")));
  }

  @Test
  void shouldShowBytesThatCannotBeRead() {
    // Given
    var garbage = "garbage".getBytes(StandardCharsets.UTF_8);
    stores.put(
        QUALITY_QUARANTINE,
        "crm.north.customers-1-42",
        quarantined("crm.north.customers-1-42", 1, ByteBuffer.wrap(garbage), "encoding"));

    // When
    var answer = get("/api/quarantine/entries/crm.north.customers-1-42");

    // Then
    assertThat(answer.text()).contains("\"base64\":\"" + base64("garbage") + "\",\"decoded\":null");
  }

  @Test
  void shouldSayThatARecordIsNotInQuarantine() {
    // When
    var answer = get("/api/quarantine/entries/north/customer/1");

    // Then
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).contains("north/customer/1", "/api/quarantine/entries");
  }

  private byte[] row() {
    var price = LogicalTypes.decimal(9, 2).addToSchema(Schema.create(Schema.Type.BYTES));
    var schema =
        SchemaBuilder.record("customers")
            .fields()
            .optionalString("email")
            .requiredLong("age")
            .name("price")
            .type(price)
            .noDefault()
            .endRecord();
    var row = new GenericData.Record(schema);
    row.put("email", "no address");
    row.put("age", 36L);
    row.put("price", ByteBuffer.wrap(new byte[] {3, (byte) 0xd4}));
    return serdes.anyValueWriter().serialize("crm.north.customers", row);
  }

  private static List<Object> ids(Map<String, Object> page) {
    return ((List<?>) page.get("entries"))
        .stream().<Object>map(entry -> ((Map<?, ?>) entry).get("id")).toList();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
