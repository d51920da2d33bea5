package io.syncline.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncline.schemas.AvroReader.UnreadableException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AvroSerdesTest {

  private final AvroSerdes serdes = new AvroSerdes("mock://serdes");

  @Test
  void shouldReadBackWhatItWrote() {
    // Given
    var order = anOrder();
    var serde = serdes.of(Order.class);

    // When
    var bytes = serde.serializer().serialize("canonical.order", order);

    // Then
    assertThat(bytes[0]).isZero();
    assertThat(serde.deserializer().deserialize("canonical.order", bytes)).isEqualTo(order);
  }

  @Test
  void shouldCarryTombstones() {
    // Given
    var serde = serdes.of(Order.class);

    // When
    var bytes = serde.serializer().serialize("canonical.order", null);

    // Then
    assertThat(bytes).isNull();
    assertThat(serde.deserializer().deserialize("canonical.order", null)).isNull();
  }

  @Test
  void shouldRegisterTheSchemaThatStandsInTheIdl() throws Exception {
    // Given
    var bytes = serdes.of(Order.class).serializer().serialize("canonical.order", anOrder());

    // When
    var read = serdes.reader().read(bytes);

    // Then
    assertThat(read.schema().toString()).doesNotContain("avro.java.string");
  }

  @Test
  void shouldReadKeysOfOneColumnAndOfSeveral() throws Exception {
    // Given
    var composite =
        new Schema.Parser()
            .parse(
                """
                {"type":"record","name":"Key","fields":[{"name":"order_id","type":"int"}]}""");
    var key = new GenericData.Record(composite);
    key.put("order_id", 10248);

    // When
    var one = serdes.anyKeyWriter().serialize("crm.north.customers", 4711L);
    var several = serdes.anyKeyWriter().serialize("crm.north.order_lines", key);

    // Then
    assertThat(serdes.reader().read(one).value()).isEqualTo(4711L);
    assertThat(serdes.reader().read(several).value()).isEqualTo(key);
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void shouldSayThatBytesCannotBeRead(byte[] bytes) {
    assertThatThrownBy(() -> serdes.reader().read(bytes)).isInstanceOf(UnreadableException.class);
  }

  static Stream<byte[]> unreadable() {
    var written = new AvroSerdes("mock://serdes").anyValueWriter().serialize("crm.north.x", "text");
    var longer = Arrays.copyOf(written, written.length + 1);
    var malformed = Arrays.copyOf(written, 16);
    Arrays.fill(malformed, 5, 16, (byte) 0xff);
    return Stream.of(
        new byte[0],
        new byte[] {0, 1},
        new byte[] {1, 0, 0, 0, 1, 2},
        new byte[] {0, 127, 0, 0, 1, 2},
        longer,
        malformed,
        Arrays.copyOf(written, 6));
  }

  private static Order anOrder() {
    var line =
        OrderLine.newBuilder()
            .setLine("10248,11")
            .setQuantity(new BigDecimal("12.0000"))
            .setUnitPrice(new BigDecimal("14.0000"))
            .setDiscount(new BigDecimal("0.150000"))
            .setAmount(new BigDecimal("142.8000"))
            .build();
    return Order.newBuilder()
        .setId("o-1")
        .setVersion(7)
        .setUpdatedAt(Instant.parse("2026-01-02T03:04:05.006Z"))
        .setSource(Entity.ORDER.of("north", "10248"))
        .setCustomerId("c-1")
        .setTotal(new BigDecimal("142.8000"))
        .setLines(List.of(line))
        .setAttributes(Map.of("channel", "web"))
        .build();
  }
}
