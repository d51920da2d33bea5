package io.syncline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

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
  void shouldRegisterTheSchemaThatStandsInTheIdl() {
    // Given
    var bytes = serdes.of(Order.class).serializer().serialize("canonical.order", anOrder());

    // When
    var read = (GenericRecord) serdes.anyValue().deserialize("canonical.order", bytes);

    // Then
    assertThat(read.getSchema().toString()).doesNotContain("avro.java.string");
  }

  @Test
  void shouldReadKeysOfOneColumnAndOfSeveral() {
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
    assertThat(serdes.anyKey().deserialize("crm.north.customers", one)).isEqualTo(4711L);
    assertThat(serdes.anyKey().deserialize("crm.north.order_lines", several)).isEqualTo(key);
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
