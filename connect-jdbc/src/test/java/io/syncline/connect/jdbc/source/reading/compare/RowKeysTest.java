package io.syncline.connect.jdbc.source.reading.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Date;
import java.util.List;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RowKeysTest {
  private static final Schema TWO =
      SchemaBuilder.struct()
          .field("a", Schema.INT32_SCHEMA)
          .field("b", Schema.STRING_SCHEMA)
          .build();

  /** Key with its schema. */
  private record Key(Schema schema, Object value) {}

  static List<Key> keys() {
    return List.of(
        new Key(Schema.INT8_SCHEMA, Byte.MIN_VALUE),
        new Key(Schema.INT16_SCHEMA, Short.MAX_VALUE),
        new Key(Schema.INT32_SCHEMA, Integer.MIN_VALUE),
        new Key(Schema.INT64_SCHEMA, Long.MIN_VALUE),
        new Key(Schema.INT64_SCHEMA, Long.MAX_VALUE),
        new Key(Schema.FLOAT32_SCHEMA, 14.4f),
        new Key(Schema.FLOAT64_SCHEMA, -0.1),
        new Key(Schema.BOOLEAN_SCHEMA, true),
        new Key(Schema.STRING_SCHEMA, "Zoë ☃"),
        new Key(Schema.STRING_SCHEMA, ""),
        new Key(Schema.STRING_SCHEMA, "6f1c1d0e-0000-4000-8000-ffffffffff03"),
        new Key(Schema.STRING_SCHEMA, "6F1C1D0E-0000-4000-8000-ffffffffff03"),
        new Key(Schema.STRING_SCHEMA, "6f1c1d0e-0000-4000-80000-ffffffffff3"),
        new Key(Schema.STRING_SCHEMA, "36 characters that are not one of it"),
        new Key(Decimal.schema(3), new BigDecimal("-12345678901234567890.100")),
        new Key(Decimal.schema(0), new BigDecimal("100")),
        new Key(Timestamp.SCHEMA, new Date(-1)),
        new Key(TWO, new Struct(TWO).put("a", 1).put("b", "x")));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void shouldComeBackAsTheyWere(Key key) {
    // When
    var back = RowKeys.toKey(RowKeys.toBytes(key.value), key.schema);

    // Then
    assertThat(back).isEqualTo(key.value);
  }

  @Test
  void shouldComeBackAsBytes() {
    // When
    var back = RowKeys.toKey(RowKeys.toBytes(new byte[] {0, -1}), Schema.BYTES_SCHEMA);

    // Then
    assertThat(back).isEqualTo(new byte[] {0, -1});
  }

  @Test
  void shouldBeTheSameInWiderColumns() {
    // Then
    assertThat(RowKeys.toBytes(7)).isEqualTo(RowKeys.toBytes(7L));
    assertThat(RowKeys.toBytes(new BigDecimal("7.50")))
        .isEqualTo(RowKeys.toBytes(new BigDecimal("7.5")));
    assertThat(RowKeys.toKey(RowKeys.toBytes(new BigDecimal("7.5")), Decimal.schema(4)))
        .isEqualTo(new BigDecimal("7.5000"));
  }

  static List<Key> otherKeys() {
    return List.of(
        new Key(Schema.STRING_SCHEMA, 7),
        new Key(Schema.INT32_SCHEMA, "7"),
        new Key(Schema.INT16_SCHEMA, 70_000),
        new Key(Decimal.schema(1), new BigDecimal("0.25")),
        new Key(TWO, 7),
        new Key(Schema.INT32_SCHEMA, new Struct(TWO).put("a", 1).put("b", "x")));
  }

  @ParameterizedTest
  @MethodSource("otherKeys")
  void shouldRefuseKeyOfAnotherType(Key key) {
    // Given
    var bytes = RowKeys.toBytes(key.value);

    // Then
    assertThatThrownBy(() -> RowKeys.toKey(bytes, key.schema))
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("Change it back, or reset")
        .hasNoCause();
  }
}
