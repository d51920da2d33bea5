package io.syncline.connect.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.confluent.connect.avro.AvroConverter;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.rest.entities.Rule;
import io.confluent.kafka.schemaregistry.client.rest.entities.RuleKind;
import io.confluent.kafka.schemaregistry.client.rest.entities.RuleMode;
import io.confluent.kafka.schemaregistry.client.rest.entities.RuleSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.storage.Converter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompiledAvroConverterTest {
  private static final String TOPIC = "crm.customers";
  private static final Schema CUSTOMER =
      SchemaBuilder.struct()
          .name("crm.Customer")
          .field("id", Schema.INT64_SCHEMA)
          .field("email", Schema.OPTIONAL_STRING_SCHEMA)
          .build();

  private final CountedRegistry registry = new CountedRegistry();
  private final Converter compiled = configured(Map.of());
  private final AvroConverter confluents = new AvroConverter(registry.schemas());

  {
    confluents.configure(settings(Map.of()), false);
  }

  @Test
  void shouldWriteConfluentsBytesAndReadItsValues() {
    for (long seed = 0; seed < 500; seed++) {
      var records = new RandomRecords(seed);
      Schema schema = records.struct();
      String topic = "random." + seed;
      for (int i = 0; i < 6; i++) {
        Object value = records.value(schema);
        byte[] bytes = compiled.fromConnectData(topic, schema, value);
        assertThat(bytes)
            .as("seed %d, record %d", seed, i)
            .isEqualTo(confluents.fromConnectData(topic, schema, value));
        assertThat(compiled.toConnectData(topic, bytes))
            .as("seed %d, record %d", seed, i)
            .isEqualTo(confluents.toConnectData(topic, bytes));
      }
      int asked = registry.questions();
      compiled.toConnectData(topic, compiled.fromConnectData(topic, schema, records.value(schema)));
      assertThat(registry.questions()).as("seed %d: compiled", seed).isEqualTo(asked);
    }
  }

  @ParameterizedTest
  @MethodSource("leftToConfluent")
  void shouldLeaveToConfluentWhatItDoesNotKnow(Schema schema, List<Object> values) {
    for (int round = 0; round < 3; round++) {
      for (Object value : values) {
        byte[] bytes = compiled.fromConnectData(TOPIC, schema, value);
        assertThat(bytes).isEqualTo(confluents.fromConnectData(TOPIC, schema, value));
        assertThat(compiled.toConnectData(TOPIC, bytes))
            .isEqualTo(confluents.toConnectData(TOPIC, bytes));
      }
    }
  }

  static Stream<Arguments> leftToConfluent() {
    // A null of such a field is written as its default.
    var withDefault =
        SchemaBuilder.struct()
            .field("city", SchemaBuilder.string().optional().defaultValue("Bern").build())
            .build();
    var map = SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.OPTIONAL_STRING_SCHEMA).build();
    var withMap = SchemaBuilder.struct().field("tags", map).build();
    return Stream.of(
        arguments(
            withDefault,
            List.of(new Struct(withDefault), new Struct(withDefault).put("city", "Basel"))),
        arguments(withMap, List.of(new Struct(withMap).put("tags", Map.of("a", "1", "b", "2")))),
        arguments(Schema.BYTES_SCHEMA, List.of(new byte[] {1, 2, 3})));
  }

  @Test
  void shouldPassOnTombstonesAndValuesWithoutASchema() {
    var optional = SchemaBuilder.struct().optional().build();
    assertThat(compiled.fromConnectData(TOPIC, optional, null)).isNull();
    assertThat(compiled.fromConnectData(TOPIC, null, null)).isNull();
    assertThat(compiled.toConnectData(TOPIC, null)).isEqualTo(SchemaAndValue.NULL);
    for (int round = 0; round < 3; round++) {
      byte[] anything = compiled.fromConnectData(TOPIC, null, "text");
      assertThat(compiled.toConnectData(TOPIC, anything).value()).isEqualTo("text");
    }
  }

  @Test
  void shouldFailAsConfluentsDoes() {
    warm(compiled);
    var withoutId = new Struct(CUSTOMER);
    var ofAnother = new Struct(SchemaBuilder.struct().field("id", Schema.INT64_SCHEMA).build());
    for (Object wrong : List.of(withoutId, ofAnother, "text")) {
      var expected = catchThrowable(() -> confluents.fromConnectData(TOPIC, CUSTOMER, wrong));
      assertThatThrownBy(() -> compiled.fromConnectData(TOPIC, CUSTOMER, wrong))
          .isInstanceOf(DataException.class)
          .hasMessage(expected.getMessage());
    }
    byte[] cut = Arrays.copyOf(compiled.fromConnectData(TOPIC, CUSTOMER, customer(300)), 6);
    for (byte[] wrong : List.of(cut, new byte[] {0, 0}, new byte[] {7, 0, 0, 0, 1, 2})) {
      var expected = catchThrowable(() -> confluents.toConnectData(TOPIC, wrong));
      assertThatThrownBy(() -> compiled.toConnectData(TOPIC, wrong))
          .isInstanceOf(expected.getClass())
          .hasMessage(expected.getMessage());
    }
  }

  @Test
  void shouldWriteTheNextSchemaUnderItsOwnId() {
    warm(compiled);
    var next =
        SchemaBuilder.struct()
            .name("crm.Customer")
            .field("id", Schema.INT64_SCHEMA)
            .field("email", Schema.OPTIONAL_STRING_SCHEMA)
            .field("phone", Schema.OPTIONAL_STRING_SCHEMA)
            .build();
    var value = new Struct(next).put("id", 1L).put("phone", "+41 44 668 18 00");
    for (int round = 0; round < 3; round++) {
      byte[] bytes = compiled.fromConnectData(TOPIC, next, value);
      assertThat(WireFormat.schemaId(bytes))
          .isNotEqualTo(
              WireFormat.schemaId(compiled.fromConnectData(TOPIC, CUSTOMER, customer(1))));
      assertThat(compiled.toConnectData(TOPIC, bytes).schema().version()).isEqualTo(2);
      assertThat(compiled.toConnectData(TOPIC, bytes))
          .isEqualTo(confluents.toConnectData(TOPIC, bytes));
    }
  }

  /** The schema has version 1 in one topic and version 2 in the other. */
  @Test
  void shouldKeepTopicsApart() {
    var other = "crm.customers.copy";
    var first = SchemaBuilder.struct().name("crm.First").build();
    warm(compiled);
    compiled.fromConnectData(other, first, new Struct(first));
    for (int round = 0; round < 3; round++) {
      byte[] bytes = compiled.fromConnectData(other, CUSTOMER, customer(round));
      assertThat(compiled.toConnectData(other, bytes).schema().version()).isEqualTo(2);
      assertThat(compiled.toConnectData(TOPIC, bytes).schema().version()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"use.latest.version", "specific.avro.reader"})
  void shouldAskForEveryRecordWhereASettingWantsIt(String option) {
    var asking = configured(Map.of(option, "true", "auto.register.schemas", "false"));
    warm(compiled);
    int asked = registry.questions();
    for (int round = 0; round < 3; round++) {
      asking.fromConnectData(TOPIC, CUSTOMER, customer(round));
    }
    assertThat(registry.questions()).isGreaterThanOrEqualTo(asked + 3);
  }

  @Test
  void shouldLeaveSchemasWithRulesToConfluent() throws Exception {
    var rule =
        new Rule(
            "audit",
            null,
            RuleKind.TRANSFORM,
            RuleMode.WRITEREAD,
            "NONE",
            null,
            null,
            null,
            null,
            null,
            true);
    var schema = new AvroSchema("{\"type\":\"record\",\"name\":\"Ruled\",\"fields\":[]}");
    var ruled = schema.copy(null, new RuleSet(List.of(), List.of(rule)));
    int id = registry.schemas().register(TOPIC, ruled);
    assertThatThrownBy(() -> new PlainSchemas(registry.schemas()).get(id))
        .hasMessage("Schema %d has rules", id);
  }

  @Test
  void shouldWriteSchemasThatAreMadeForEveryRecord() {
    for (long id = 0; id < 3_000; id++) {
      var schema = SchemaBuilder.struct().name("crm.Anew").field("id", Schema.INT64_SCHEMA).build();
      var value = new Struct(schema).put("id", id);
      assertThat(compiled.fromConnectData(TOPIC, schema, value))
          .isEqualTo(confluents.fromConnectData(TOPIC, schema, value));
    }
  }

  private Converter configured(Map<String, String> options) {
    var converter = new CompiledAvroConverter(registry.client());
    converter.configure(settings(options), false);
    return converter;
  }

  private static Map<String, String> settings(Map<String, String> options) {
    var settings = new HashMap<>(options);
    settings.put("schema.registry.url", "mock://compiled");
    return settings;
  }

  private static void warm(Converter converter) {
    for (int i = 0; i < 3; i++) {
      converter.toConnectData(TOPIC, converter.fromConnectData(TOPIC, CUSTOMER, customer(i)));
    }
  }

  private static Struct customer(long id) {
    return new Struct(CUSTOMER).put("id", id).put("email", "info@example.org");
  }
}
