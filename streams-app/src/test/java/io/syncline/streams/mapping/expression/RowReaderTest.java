package io.syncline.streams.mapping.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.schemas.Violation;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.junit.jupiter.api.Test;

class RowReaderTest {

  @Test
  void shouldReadDecimalsExactly() {
    // Given
    var schema = row(LogicalTypes.decimal(10, 2), Schema.Type.BYTES);

    // When
    var read =
        read(schema, ByteBuffer.wrap(new BigDecimal("-12.34").unscaledValue().toByteArray()));

    // Then
    assertThat(read).containsEntry("c", new BigDecimal("-12.34"));
  }

  @Test
  void shouldReadASinglePrecisionNumberAsPeopleWroteIt() {
    assertThat(read(row(Schema.create(Schema.Type.FLOAT)), 9.8f))
        .containsEntry("c", new BigDecimal("9.8"));
  }

  @Test
  void shouldReadDatesAndTimes() {
    assertThat(read(row(LogicalTypes.date(), Schema.Type.INT), 1))
        .containsEntry("c", LocalDate.of(1970, 1, 2));
    assertThat(read(row(LogicalTypes.timestampMillis(), Schema.Type.LONG), -1L))
        .containsEntry("c", Instant.ofEpochMilli(-1));
    assertThat(read(row(LogicalTypes.timestampMicros(), Schema.Type.LONG), -1L))
        .containsEntry("c", Instant.parse("1969-12-31T23:59:59.999999Z"));
  }

  @Test
  void shouldRefuseWhatHasNoValueAndReadTheRest() {
    // Given
    var schema = row(Schema.create(Schema.Type.DOUBLE));
    var record = new GenericData.Record(schema);
    record.put("c", Double.NaN);
    var violations = new ArrayList<Violation>();

    // When
    var read =
        new RowReader(new Table("t", Map.of("c", ColumnType.DECIMAL)), schema)
            .read(record, violations);

    // Then
    assertThat(read).isEmpty();
    assertThat(violations).extracting(Violation::getRule).containsExactly("column-value");
  }

  @Test
  void shouldReadBytesAsHexadecimalText() {
    assertThat(read(row(Schema.create(Schema.Type.BYTES)), ByteBuffer.wrap(new byte[] {1, 2})))
        .containsEntry("c", "0102");
  }

  @Test
  void shouldLeaveOutWhatIsNull() {
    assertThat(read(row(Schema.create(Schema.Type.LONG)), null)).isEmpty();
  }

  @Test
  void shouldSayWhenADeclaredColumnIsNotThere() {
    // Given
    var schema = SchemaBuilder.record("R").fields().optionalString("other").endRecord();

    // When
    var reader = new RowReader(new Table("t", Map.of("c", ColumnType.TEXT)), schema);

    // Then
    assertThat(reader.violations())
        .extracting(Violation::getMessage)
        .containsExactly(
            "the row has no column 'c', which the mapping declares: mend the mapping, or give the column back");
  }

  @Test
  void shouldSayWhenAColumnHasAnotherType() {
    // Given
    var schema = row(Schema.create(Schema.Type.LONG));

    // When
    var reader = new RowReader(new Table("t", Map.of("c", ColumnType.TEXT)), schema);

    // Then
    assertThat(reader.violations().get(0).getMessage())
        .startsWith("column 'c' is declared text, but the row has integer");
  }

  private static Map<String, Object> read(Schema schema, Object value) {
    var column = schema.getField("c").schema().getTypes().get(1);
    var table = new Table("t", Map.of("c", ColumnType.of(column).orElseThrow()));
    var record = new GenericData.Record(schema);
    record.put("c", value);
    return new RowReader(table, schema).read(record, new ArrayList<>());
  }

  private static Schema row(LogicalType logical, Schema.Type type) {
    return row(logical.addToSchema(Schema.create(type)));
  }

  private static Schema row(Schema column) {
    return SchemaBuilder.record("R")
        .fields()
        .name("c")
        .type(Schema.createUnion(Schema.create(Schema.Type.NULL), column))
        .withDefault(null)
        .endRecord();
  }
}
