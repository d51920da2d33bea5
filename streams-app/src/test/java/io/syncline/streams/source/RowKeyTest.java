package io.syncline.streams.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.junit.jupiter.api.Test;

class RowKeyTest {

  @Test
  void shouldJoinTheColumnsOfACompositeKey() {
    assertThat(RowKey.text(key(10248, "a,b"))).isEqualTo("10248,a\\,b");
  }

  @Test
  void shouldTakeASingleColumnAsItStands() {
    assertThat(RowKey.text(4711L)).isEqualTo("4711");
  }

  private static GenericData.Record key(int one, String other) {
    var schema =
        SchemaBuilder.record("Key").fields().requiredInt("one").requiredString("other").endRecord();
    var key = new GenericData.Record(schema);
    key.put("one", one);
    key.put("other", other);
    return key;
  }
}
