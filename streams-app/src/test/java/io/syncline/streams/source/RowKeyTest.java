package io.syncline.streams.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.schemas.AvroReader.Decoded;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowKeyTest {

  private static final Schema TWO =
      SchemaBuilder.record("Key").fields().requiredInt("one").optionalString("other").endRecord();
  private static final Schema ONE =
      SchemaBuilder.record("Key").fields().requiredString("one").endRecord();

  @Test
  void shouldJoinTheColumnsOfACompositeKey() {
    assertThat(text(TWO, record(TWO, 10248, "a,b"))).isEqualTo("10248,a\\,b");
  }

  @Test
  void shouldTakeASingleColumnAsItStands() {
    assertThat(text(Schema.create(Schema.Type.LONG), 4711L)).isEqualTo("4711");
    assertThat(text(ONE, record(ONE, "a,b"))).isEqualTo("a,b");
  }

  @Test
  void shouldRenderDecimalsAndBytesByTheirSchema() {
    // Given
    var bytes = Schema.create(Schema.Type.BYTES);
    var decimal = LogicalTypes.decimal(10, 2).addToSchema(Schema.create(Schema.Type.BYTES));
    var unscaled = ByteBuffer.wrap(new BigDecimal("47.11").unscaledValue().toByteArray());

    // Then
    assertThat(text(decimal, unscaled)).isEqualTo("47.11");
    assertThat(text(bytes, ByteBuffer.wrap(new byte[] {1, (byte) 0xab}))).isEqualTo("01ab");
  }

  @Test
  void shouldHaveNoTextForAKeyWithAnEmptyPart() {
    assertThat(RowKey.text(new Decoded(TWO, record(TWO, 1, null)))).isEmpty();
    assertThat(RowKey.text(new Decoded(Schema.create(Schema.Type.NULL), null))).isEmpty();
  }

  private static String text(Schema schema, Object value) {
    return RowKey.text(new Decoded(schema, value)).orElseThrow();
  }

  private static GenericData.Record record(Schema schema, @Nullable Object... values) {
    var record = new GenericData.Record(schema);
    for (var i = 0; i < values.length; i++) {
      record.put(i, values[i]);
    }
    return record;
  }
}
