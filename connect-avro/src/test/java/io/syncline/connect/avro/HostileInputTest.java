package io.syncline.connect.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.confluent.connect.avro.AvroConverter;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.serializers.subject.RecordNameStrategy;
import io.confluent.kafka.serializers.subject.TopicNameStrategy;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.storage.Converter;
import org.junit.jupiter.api.Test;

/**
 * Bytes, values, schemas and settings that nobody should send: as Confluent's converter takes them.
 */
class HostileInputTest {
  private static final Schema ORDER =
      SchemaBuilder.struct().name("crm.Order").field("id", Schema.INT32_SCHEMA).build();

  private final SchemaRegistryClient registry = new CountedRegistry().schemas();

  @Test
  void shouldReadDamagedBytesAsConfluentsDoes() {
    var confluents = configured(new AvroConverter(registry), Map.of());
    var compiled = configured(new CompiledAvroConverter(registry), Map.of());
    for (long seed = 0; seed < 200; seed++) {
      var records = new RandomRecords(seed);
      var random = new Random(seed);
      var schema = records.struct();
      String topic = "damaged." + seed;
      for (int i = 0; i < 40; i++) {
        byte[] written = confluents.fromConnectData(topic, schema, records.value(schema));
        byte[] bytes = i < 4 ? written : damaged(written, random);
        assertThat(outcome(() -> compiled.toConnectData(topic, bytes)))
            .as("seed %d, record %d", seed, i)
            .isEqualTo(outcome(() -> confluents.toConnectData(topic, bytes)));
      }
    }
  }

  private static byte[] damaged(byte[] record, Random random) {
    byte[] bytes = record.clone();
    if (bytes.length > WireFormat.HEADER_BYTES) {
      for (int i = 0; i <= random.nextInt(3); i++) {
        int at = WireFormat.HEADER_BYTES + random.nextInt(bytes.length - WireFormat.HEADER_BYTES);
        bytes[at] = (byte) (random.nextBoolean() ? random.nextInt(8) : random.nextInt());
      }
    }
    return random.nextInt(5) == 0
        ? Arrays.copyOf(bytes, Math.min(bytes.length, 5 + random.nextInt(8)))
        : bytes;
  }

  private static Object outcome(Callable<Object> conversion) {
    try {
      return conversion.call();
    } catch (Exception e) {
      return e.getClass() + ": " + e.getMessage();
    }
  }

  @Test
  void shouldWriteNoArrayWhoseCountIsAnothers() {
    var schema =
        SchemaBuilder.struct().field("ids", SchemaBuilder.array(Schema.INT32_SCHEMA)).build();
    var compiled = configured(new CompiledAvroConverter(registry), Map.of());
    var confluents = configured(new AvroConverter(registry), Map.of());
    var growing =
        new ArrayList<>(List.of(0, 1, 2)) {
          @Override
          public int size() {
            return 2;
          }
        };
    for (int i = 0; i < 3; i++) {
      compiled.fromConnectData("growing", schema, new Struct(schema).put("ids", List.of(i)));
    }
    var value = new Struct(schema).put("ids", growing);
    assertThat(compiled.fromConnectData("growing", schema, value))
        .isEqualTo(confluents.fromConnectData("growing", schema, value));
  }

  /** Two nulls hide that a schema's values never fit. */
  @Test
  void shouldRefuseALogicalTypeOfAnotherTypeAsConfluentsDoes() {
    var small = SchemaBuilder.int8().name(Date.LOGICAL_NAME).optional().build();
    var schema = SchemaBuilder.struct().name("crm.Odd").field("day", small).build();
    var compiled = configured(new CompiledAvroConverter(registry), Map.of());
    var confluents = configured(new AvroConverter(registry), Map.of());
    for (int i = 0; i < 3; i++) {
      compiled.fromConnectData("small", schema, new Struct(schema));
    }
    var value = new Struct(schema).put("day", new java.util.Date(0));
    assertThat(outcome(() -> compiled.fromConnectData("small", schema, value)))
        .isEqualTo(outcome(() -> confluents.fromConnectData("small", schema, value)));
  }

  @Test
  void shouldReadWhatIsNoDecimalAsConfluentsDoes() throws Exception {
    var field = "{\"type\":\"bytes\",\"connect.name\":\"org.apache.kafka.connect.data.Decimal\"}";
    int id =
        registry.register(
            "odd-value",
            new AvroSchema(
                "{\"type\":\"record\",\"name\":\"Odd\",\"fields\":[{\"name\":\"a\",\"type\":[\"null\",%s]}]}"
                    .formatted(field)));
    var compiled = configured(new CompiledAvroConverter(registry), Map.of());
    byte[] withNull = ByteBuffer.allocate(6).put((byte) 0).putInt(id).put((byte) 0).array();
    for (int i = 0; i < 4; i++) {
      assertThat(((Struct) compiled.toConnectData("odd", withNull).value()).get("a")).isNull();
    }
  }

  @Test
  void shouldWriteOnWhenTheRegistryFailsAfterwards() {
    var failing =
        (SchemaRegistryClient)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {SchemaRegistryClient.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("getSchemaById")) {
                    throw new IllegalStateException("closed");
                  }
                  try {
                    return method.invoke(registry, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    var compiled = configured(new CompiledAvroConverter(failing), Map.of());
    for (int i = 0; i < 4; i++) {
      var value = new Struct(ORDER).put("id", i);
      assertThatCode(() -> compiled.fromConnectData("failing", ORDER, value))
          .doesNotThrowAnyException();
    }
  }

  /** Leads into another context, where an id is another schema's. */
  public static final class OtherContext extends TopicNameStrategy {
    @Override
    public boolean usesSchema() {
      return true;
    }

    @Override
    public String subjectName(String topic, boolean isKey, ParsedSchema schema) {
      return ":.other:" + topic;
    }
  }

  @Test
  void shouldLeaveUncommonSubjectsToConfluent() {
    var asked = new CountedRegistry();
    var strategy = Map.of("value.subject.name.strategy", OtherContext.class.getName());
    var compiled = configured(new CompiledAvroConverter(asked.client()), strategy);
    for (int i = 0; i < 4; i++) {
      int before = asked.questions();
      compiled.fromConnectData("uncommon", ORDER, new Struct(ORDER).put("id", i));
      assertThat(asked.questions()).isGreaterThan(before);
    }
  }

  @Test
  void shouldWriteWithoutATopic() {
    var byRecord = Map.of("value.subject.name.strategy", RecordNameStrategy.class.getName());
    var compiled = configured(new CompiledAvroConverter(registry), byRecord);
    var confluents = configured(new AvroConverter(registry), byRecord);
    for (int i = 0; i < 4; i++) {
      var value = new Struct(ORDER).put("id", i);
      assertThat(compiled.fromConnectData(null, ORDER, value))
          .isEqualTo(confluents.fromConnectData(null, ORDER, value));
    }
  }

  @Test
  void shouldForgetWhenItIsConfiguredAnew() {
    var compiled = configured(new CompiledAvroConverter(registry), Map.of());
    var value = new Struct(ORDER).put("id", 1);
    for (int i = 0; i < 3; i++) {
      compiled.fromConnectData("anew", ORDER, value);
    }
    configured(
        compiled,
        Map.of(
            "value.subject.name.strategy",
            RecordNameStrategy.class.getName(),
            "auto.register.schemas",
            "false"));
    assertThat(outcome(() -> compiled.fromConnectData("anew", ORDER, value)).toString())
        .contains("DataException");
  }

  private static <C extends Converter> C configured(C converter, Map<String, String> options) {
    var settings = new HashMap<>(options);
    settings.put("schema.registry.url", "mock://hostile");
    converter.configure(settings, false);
    return converter;
  }
}
