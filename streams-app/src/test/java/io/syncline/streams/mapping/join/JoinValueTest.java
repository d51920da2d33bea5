package io.syncline.streams.mapping.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

class JoinValueTest {

  @Test
  void shouldBeWrittenAsPrimaryKeysAre() {
    assertThat(value(row("a,b", 1.5), "name")).isEqualTo("a,b");
    assertThat(value(row("a,b", 1.5), "name", "size")).isEqualTo("a\\,b,1.5");
    assertThat(value(row("a", 1.5))).isEqualTo("key");
  }

  @Test
  void shouldBeNothingWhereAColumnIsNullOrNotThereOrHasNoText() {
    assertThat(value(row(null, 1.5), "name", "size")).isEqualTo("nothing");
    assertThat(value(row("a", 1.5), "other")).isEqualTo("nothing");
    assertThat(value(row("a", Double.NaN), "size")).isEqualTo("nothing");
  }

  private static String value(GenericRecord row, String... columns) {
    return new JoinValue(List.of(columns)).of("key", row).orElse("nothing");
  }

  private static GenericRecord row(String name, double size) {
    var schema =
        SchemaBuilder.record("row")
            .fields()
            .optionalString("name")
            .requiredDouble("size")
            .endRecord();
    var row = new GenericData.Record(schema);
    row.put("name", name);
    row.put("size", size);
    return row;
  }
}
