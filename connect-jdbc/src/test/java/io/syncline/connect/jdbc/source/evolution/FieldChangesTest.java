package io.syncline.connect.jdbc.source.evolution;

import static org.apache.avro.SchemaCompatibility.SchemaCompatibilityType.COMPATIBLE;
import static org.apache.avro.SchemaCompatibility.checkReaderWriterCompatibility;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.connect.avro.AvroData;
import io.syncline.connect.jdbc.schema.Meaning;
import java.util.List;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Schema.Type;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Timestamp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FieldChangesTest {
  private static final AvroData AVRO = new AvroData(10);
  private static final Schema MICROS = Meaning.MICRO_TIMESTAMP.schema(Type.INT64).build();
  private static final Schema ZONED = Meaning.ZONED_TIMESTAMP.schema(Type.STRING).build();

  static List<Arguments> readable() {
    return List.of(
        Arguments.of(Schema.INT16_SCHEMA, Schema.INT32_SCHEMA),
        Arguments.of(Schema.INT32_SCHEMA, Schema.INT64_SCHEMA),
        Arguments.of(Schema.INT64_SCHEMA, Schema.FLOAT64_SCHEMA),
        Arguments.of(Schema.FLOAT32_SCHEMA, Schema.FLOAT64_SCHEMA),
        Arguments.of(Schema.INT32_SCHEMA, Schema.OPTIONAL_INT32_SCHEMA),
        Arguments.of(Schema.STRING_SCHEMA, Schema.BYTES_SCHEMA),
        Arguments.of(Schema.STRING_SCHEMA, ZONED),
        Arguments.of(decimal("10", 2), decimal("20", 2)),
        Arguments.of(array(Schema.OPTIONAL_INT32_SCHEMA), array(Schema.OPTIONAL_INT64_SCHEMA)));
  }

  static List<Arguments> unreadable() {
    return List.of(
        Arguments.of(Schema.INT64_SCHEMA, Schema.INT32_SCHEMA, "from int64 to int32"),
        Arguments.of(Schema.INT32_SCHEMA, Schema.STRING_SCHEMA, "from int32 to string"),
        Arguments.of(Schema.OPTIONAL_INT32_SCHEMA, Schema.INT32_SCHEMA, "NULL no more"),
        Arguments.of(Schema.INT32_SCHEMA, Date.SCHEMA, "connect.data.Date"),
        Arguments.of(Timestamp.SCHEMA, MICROS, "MicroTimestamp"),
        Arguments.of(Schema.INT64_SCHEMA, MICROS, "MicroTimestamp"),
        Arguments.of(Schema.INT64_SCHEMA, decimal("20", 0), "decimal of scale 0"),
        Arguments.of(decimal("10", 2), decimal("10", 3), "from decimal of scale 2"),
        Arguments.of(
            array(Schema.OPTIONAL_INT32_SCHEMA),
            array(Schema.OPTIONAL_STRING_SCHEMA),
            "from array of int32 to array of string"),
        Arguments.of(Schema.STRING_SCHEMA, array(Schema.OPTIONAL_STRING_SCHEMA), "to array of"));
  }

  private static Schema array(Schema element) {
    return SchemaBuilder.array(element).build();
  }

  private static Schema decimal(String precision, int scale) {
    return Decimal.builder(scale).parameter("connect.decimal.precision", precision).build();
  }

  private static Schema value(Schema field) {
    return SchemaBuilder.struct().name("V").field("f", field).build();
  }

  private static boolean avroReads(Schema before, Schema after) {
    return checkReaderWriterCompatibility(
                AVRO.fromConnectSchema(after), AVRO.fromConnectSchema(before))
            .getType()
        == COMPATIBLE;
  }

  @ParameterizedTest
  @MethodSource("readable")
  void shouldLetPassWhatAvroReads(Schema before, Schema after) {
    // When
    var conflicts = FieldChanges.conflicts(value(before), value(after));

    // Then
    assertThat(avroReads(value(before), value(after))).isTrue();
    assertThat(conflicts).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void shouldNameWhatCannotBeRead(Schema before, Schema after, String change) {
    // When
    var conflicts = FieldChanges.conflicts(value(before), value(after));

    // Then
    assertThat(conflicts)
        .singleElement()
        .satisfies(
            conflict -> {
              assertThat(conflict.column()).isEqualTo("f");
              assertThat(conflict.change()).contains("f").contains(change);
            });
  }

  @ParameterizedTest
  @MethodSource("readable")
  void shouldTakeNewFieldOnlyIfItMayBeNull(Schema ignored, Schema added) {
    // Given
    var before = SchemaBuilder.struct().name("V").build();

    // When
    var conflicts = FieldChanges.conflicts(before, value(added));

    // Then
    assertThat(conflicts.isEmpty()).isEqualTo(avroReads(before, value(added)));
    assertThat(conflicts.isEmpty()).isEqualTo(added.isOptional());
    assertThat(FieldChanges.conflicts(value(added), before)).isEmpty();
  }
}
