package io.syncline.connect.jdbc.sink.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.junit.jupiter.api.Test;

class JsonTextTest {

  @Test
  void shouldWriteNestedValues() {
    // Given
    var inner = SchemaBuilder.struct().field("n", Decimal.schema(3)).build();
    var schema =
        SchemaBuilder.struct()
            .field("text", Schema.STRING_SCHEMA)
            .field("none", Schema.OPTIONAL_STRING_SCHEMA)
            .field("list", SchemaBuilder.array(inner).build())
            .field("map", SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.BOOLEAN_SCHEMA).build())
            .field("at", Timestamp.SCHEMA)
            .field("on", org.apache.kafka.connect.data.Date.SCHEMA)
            .field("time", Time.SCHEMA)
            .field("bytes", Schema.BYTES_SCHEMA)
            .field("nan", Schema.FLOAT64_SCHEMA)
            .build();
    var instant = Instant.parse("2026-01-01T00:00:00.500Z");
    var value =
        new Struct(schema)
            .put("text", "a \"b\" \\ \n\u0001 ☃")
            .put(
                "list",
                List.of(new Struct(inner).put("n", new BigDecimal("10000000000000000000.100"))))
            .put("map", Map.of("k", true))
            .put("at", Date.from(instant))
            .put("on", Date.from(Instant.parse("2026-01-01T00:00:00Z")))
            .put("time", new Date(1_000))
            .put("bytes", ByteBuffer.wrap(new byte[] {1}))
            .put("nan", Double.NaN);

    // When
    var json = JsonText.of(schema, value);

    // Then
    assertThat(json)
        .isEqualTo(
            "{\"text\":\"a \\\"b\\\" \\\\ \\n\\u0001 ☃\",\"none\":null,"
                + "\"list\":[{\"n\":10000000000000000000.100}],\"map\":{\"k\":true},"
                + "\"at\":\"2026-01-01T00:00:00.500Z\",\"on\":\"2026-01-01\",\"time\":\"00:00:01\","
                + "\"bytes\":\"AQ==\",\"nan\":\"NaN\"}");
  }

  @Test
  void shouldWriteEmptyContainers() {
    // Given
    var map = SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.STRING_SCHEMA).build();

    // Then
    assertThat(JsonText.of(map, Map.of())).isEqualTo("{}");
    assertThat(JsonText.of(SchemaBuilder.array(map).build(), List.of())).isEqualTo("[]");
  }
}
