package io.syncline.streams.inspection.quarantine;

import static io.syncline.streams.kafka.StoreCatalogue.QUALITY_CAUSE;
import static io.syncline.streams.kafka.StoreCatalogue.QUALITY_QUARANTINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micronaut.http.HttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.syncline.schemas.AvroSerdes;
import io.syncline.schemas.Cause;
import io.syncline.schemas.Coordinates;
import io.syncline.schemas.Origin;
import io.syncline.schemas.OriginHeader;
import io.syncline.schemas.Quarantined;
import io.syncline.schemas.RedriveRequest;
import io.syncline.schemas.Rejection;
import io.syncline.schemas.SourceKeys;
import io.syncline.schemas.Violation;
import io.syncline.streams.FakeTopicWriter;
import io.syncline.streams.FakeTopicWriter.Written;
import io.syncline.streams.HttpTest;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest
class QuarantineControllerTest extends HttpTest {

  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-01-06T08:00:00Z");
  private static final String ADA = "north/customer/4711";

  @Inject FakeTopicWriter topics;
  @Inject AvroSerdes serdes;

  @BeforeEach
  void forgetRequests() {
    topics.written();
  }

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
  void shouldListWhatIsMeantPageByPage() {
    // Given
    put("north/customer/1", 0, "email");
    put("north/customer/2", 0, "named");
    put("north/customer/3", 0, "email", "named");
    put("north/product/4", 0, "email");
    put("south/customer/5", 0, "email");

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
    IntStream.range(0, 1200).forEach(i -> put("north/customer/" + i, 0, "named"));
    put("south/customer/1", 0, "email");

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

  @Test
  void shouldSendOneRecordBackInItsOwnPartition() {
    // Given
    put(ADA, 3, "email");

    // When
    var answer = redrive(Map.of("id", ADA));

    // Then
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json()).containsEntry("accepted", 1);
    assertThat(topics.written())
        .containsExactly(new Written("quarantine.redrive", 3, new RedriveRequest(List.of(ADA))));
  }

  @Test
  void shouldSendAllOfACauseBack() {
    // Given
    put("north/customer/1", 0, "email");
    put("north/customer/2", 1, "email");
    put("north/customer/3", 0, "email");
    put("north/customer/4", 0, "named");

    // When
    var answer = redrive(Map.of("source", "north", "rule", "email"));

    // Then
    assertThat(answer.json()).containsEntry("accepted", 3);
    assertThat(topics.written())
        .containsExactly(
            new Written(
                "quarantine.redrive",
                0,
                new RedriveRequest(List.of("north/customer/1", "north/customer/3"))),
            new Written("quarantine.redrive", 1, new RedriveRequest(List.of("north/customer/2"))));
  }

  @Test
  void shouldSendManyBackInSmallRequests() {
    // Given
    IntStream.range(0, 450).forEach(i -> put("north/customer/" + i, 0, "email"));

    // When
    var answer = redrive(Map.of("rule", "email"));

    // Then
    assertThat(answer.json()).containsEntry("accepted", 450);
    assertThat(topics.written())
        .extracting(written -> ((RedriveRequest) written.value()).getIds().size())
        .containsExactly(200, 200, 50);
  }

  @Test
  void shouldRefuseAnOrderThatNamesNothing() {
    // Given
    put(ADA, 0, "email");

    // When
    var answer = redrive(Map.of());

    // Then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("names nothing");
    assertThat(topics.written()).isEmpty();
  }

  @Test
  void shouldRefuseAnOrderForARecordThatIsNotThere() {
    assertThat(redrive(Map.of("id", ADA)).status()).isEqualTo(404);
  }

  private Answer redrive(Map<String, String> order) {
    return exchange(HttpRequest.POST("/api/quarantine/redrive", order));
  }

  private void put(String id, int partition, String... rules) {
    stores.put(QUALITY_QUARANTINE, id, quarantined(id, partition, null, rules));
  }

  private static Quarantined quarantined(
      String id, int partition, ByteBuffer value, String... rules) {
    var origin =
        Origin.newBuilder()
            .setCoordinates(new Coordinates("crm.north.customers", partition, 42L))
            .setTimestamp(Instant.ofEpochMilli(1000))
            .setValue(value)
            .setHeaders(List.of(new OriginHeader("trace", buffer("abc"))))
            .build();
    var rejection =
        Rejection.newBuilder()
            .setSource(id.split("/")[0])
            .setSourceKey(id.contains("/") ? SourceKeys.parse(id) : null)
            .setStage("quality")
            .setViolations(
                List.of(rules).stream()
                    .map(rule -> new Violation(rule, rule, "is no address"))
                    .toList())
            .setOrigin(origin)
            .build();
    return new Quarantined(id, rejection, MONDAY, TUESDAY, false);
  }

  private static Cause cause(
      String rule, long count, Instant firstSeen, Instant lastSeen, String example) {
    return Cause.newBuilder()
        .setSource("north")
        .setEntity("customer")
        .setStage("quality")
        .setRule(rule)
        .setField(rule)
        .setMessage("is no address")
        .setCount(count)
        .setFirstSeen(firstSeen)
        .setLastSeen(lastSeen)
        .setExample(example)
        .setExampleCoordinates(new Coordinates("crm.north.customers", 1, 42L))
        .build();
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

  private static ByteBuffer buffer(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
