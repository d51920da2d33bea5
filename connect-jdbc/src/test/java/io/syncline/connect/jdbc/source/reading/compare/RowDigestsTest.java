package io.syncline.connect.jdbc.source.reading.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowDigestsTest {
  private final RowDigests digests = RowDigests.withNewSalt();

  private static Struct row(String... cells) {
    var schema = SchemaBuilder.struct();
    for (var i = 0; i < cells.length; i++) {
      schema.field("column" + i, Schema.OPTIONAL_STRING_SCHEMA);
    }
    var row = new Struct(schema.build());
    for (var i = 0; i < cells.length; i++) {
      row.put("column" + i, cells[i]);
    }
    return row;
  }

  private static Struct one(Schema schema, @Nullable Object value) {
    var row = SchemaBuilder.struct().field("column", schema).build();
    return new Struct(row).put("column", value);
  }

  @Test
  void shouldTellRowsApart() {
    // When
    var all =
        List.of(
                row("a", "b"),
                row("b", "a"),
                row("ab", ""),
                row("", "ab"),
                row(null, "ab"),
                row("ab", null),
                row(null, null),
                row("", ""),
                one(Schema.STRING_SCHEMA, "1"),
                one(Schema.INT32_SCHEMA, 1),
                one(Schema.INT32_SCHEMA, -1),
                one(Schema.BOOLEAN_SCHEMA, true),
                one(Schema.BOOLEAN_SCHEMA, false),
                one(Schema.FLOAT64_SCHEMA, 1.0),
                one(Schema.BYTES_SCHEMA, new byte[] {1}))
            .stream()
            .map(digests::of)
            .toList();

    // Then
    assertThat(all).doesNotHaveDuplicates();
  }

  @Test
  void shouldNotSeeWhatIsNotInTheRow() {
    // Then
    assertThat(digests.of(row("a", null))).isEqualTo(digests.of(row("a")));
    assertThat(digests.of(one(Schema.INT32_SCHEMA, 7)))
        .isEqualTo(digests.of(one(Schema.INT64_SCHEMA, 7L)));
  }

  @Test
  void shouldLookIntoNestedValues() {
    // Given
    var list = SchemaBuilder.array(Schema.OPTIONAL_INT32_SCHEMA).build();
    var map = SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.INT32_SCHEMA).build();

    // Then
    assertThat(
            List.of(
                digests.of(one(list, List.of())),
                digests.of(one(list, List.of(1, 2))),
                digests.of(one(list, Arrays.asList(1, null, 2))),
                digests.of(one(map, Map.of("a", 1))),
                digests.of(one(map, Map.of("a", 2)))))
        .doesNotHaveDuplicates();
  }

  @Test
  void shouldDependOnTheSalt() {
    assertThat(RowDigests.withNewSalt().of(row("a"))).isNotEqualTo(digests.of(row("a")));
    assertThat(RowDigests.salted(digests.salt()).of(row("a"))).isEqualTo(digests.of(row("a")));
  }
}
