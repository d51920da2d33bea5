package io.syncline.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.syncline.schemas.OriginHeader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Promise 6: bad data is a value. */
class PoisonFlowTest {

  private final Flow flow = new Flow();

  @AfterEach
  void close() {
    flow.close();
  }

  @Test
  void shouldQuarantineWhatIsPoisonedAndLetTheRestFlow() {
    // Given
    var topic = "crm.north.customers";

    // When
    flow.upsert(
        "north", "customers", 1L, 1000, Map.of("last_name", "A", "email", "not an address"));
    flow.publish(topic, null, "whatever".getBytes(StandardCharsets.UTF_8), 1000);
    flow.publish(topic, flow.key(topic, 2L), "garbage".getBytes(StandardCharsets.UTF_8), 1000);
    flow.upsert("north", "customers", 3L, 1000, Map.of("email", "nameless@example.org"));
    flow.upsert("north", "customers", 4L, 1000, Rows.ada());
    flow.publish(topic, flow.key(topic, 5L), new byte[] {0, 1}, 1000);

    // Then
    assertThat(flow.customers()).hasSize(1);
    assertThat(flow.rejections())
        .extracting(
            r -> r.getStage(),
            r -> r.getViolations().get(0).getRule(),
            r -> r.getOrigin().getCoordinates().getOffset())
        .containsExactly(
            tuple("quality", "email", 0L),
            tuple("source", "key", 1L),
            tuple("source", "encoding", 2L),
            tuple("quality", "named", 3L),
            tuple("source", "encoding", 5L));
  }

  @Test
  void shouldKeepTheBytesOfWhatItRefuses() {
    // Given
    var topic = "crm.north.customers";
    var garbage = "garbage".getBytes(StandardCharsets.UTF_8);

    // When
    flow.publish(topic, flow.key(topic, 2L), garbage, 1000);

    // Then
    var origin = flow.rejections().get(0).getOrigin();
    assertThat(origin.getValue().orElseThrow().array()).isEqualTo(garbage);
    assertThat(origin.getKey().orElseThrow().array()).isEqualTo(flow.key(topic, 2L));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldKeepTheHeadersOfWhatItRefuses(boolean readable) {
    // Given
    var topic = "crm.north.customers";
    flow.upsert("north", "customers", 1L, 1000, Map.of("email", "nameless@example.org"));
    var nameless = flow.rejections().get(0).getOrigin().getValue().orElseThrow().array();
    var headers =
        new RecordHeaders()
            .add("trace", new byte[] {1})
            .add("empty", null)
            .add("trace", new byte[] {2});

    // When
    flow.publish(topic, flow.key(topic, 2L), readable ? nameless : new byte[] {7}, headers);

    // Then
    var rejection = flow.rejections().get(0);
    assertThat(rejection.getStage()).isEqualTo(readable ? "quality" : "source");
    assertThat(rejection.getOrigin().getHeaders())
        .containsExactly(
            new OriginHeader("trace", ByteBuffer.wrap(new byte[] {1})),
            new OriginHeader("empty", null),
            new OriginHeader("trace", ByteBuffer.wrap(new byte[] {2})));
  }

  @Test
  void shouldRefuseANegativePrice() {
    // When
    flow.upsert("north", "products", 5L, 1000, Map.of("name", "Tea", "price", -1.0));

    // Then
    assertThat(flow.products()).isEmpty();
    assertThat(flow.rejections().get(0).getViolations())
        .extracting(violation -> violation.getRule())
        .containsExactly("not-negative");
  }

  @Test
  void shouldTakeAnOlderGoodVersionWhenTheNewerIsRefused() {
    // When
    flow.upsert("north", "customers", 1L, 2000, Map.of("last_name", "New", "email", "bad"));
    flow.upsert("north", "customers", 1L, 1000, Map.of("last_name", "Old"));

    // Then
    assertThat(flow.customers())
        .extracting(customer -> customer.getName().orElseThrow())
        .containsExactly("Old");
  }
}
