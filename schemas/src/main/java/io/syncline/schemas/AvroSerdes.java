package io.syncline.schemas;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.confluent.kafka.serializers.KafkaAvroSerializerConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Serdes in the Confluent wire format: a zero byte, the schema's id in four bytes, Avro binary. All
 * of them share one registry client, and with it one cache of schemas.
 */
public final class AvroSerdes {

  private static final int CACHED_SCHEMAS_PER_SUBJECT = 1000;

  private final SchemaRegistryClient registry;
  private final Map<String, Object> config;

  /**
   * @param registryUrl address of a registry that speaks Confluent's REST API, or `mock://scope`
   */
  public AvroSerdes(String registryUrl) {
    TrustedRecords.register();
    this.config = config(registryUrl);
    this.registry =
        SchemaRegistryClientFactory.newClient(
            List.of(registryUrl),
            CACHED_SCHEMAS_PER_SUBJECT,
            List.of(new AvroSchemaProvider()),
            config,
            Map.of());
  }

  private static Map<String, Object> config(String registryUrl) {
    var config = new HashMap<String, Object>();
    config.put(KafkaAvroSerializerConfig.SCHEMA_REGISTRY_URL_CONFIG, registryUrl);
    config.put(KafkaAvroSerializerConfig.AUTO_REGISTER_SCHEMAS, true);
    // Generated classes carry avro.java.string; the registered schema is the plain one, which is
    // also what anybody else registers from the IDL.
    config.put(KafkaAvroSerializerConfig.AVRO_REMOVE_JAVA_PROPS_CONFIG, true);
    return Map.copyOf(config);
  }

  /** The serde of values of a generated class. */
  public <V extends SpecificRecord> Serde<V> of(Class<V> type) {
    return new RecordSerde<>(type, registry, writer(false));
  }

  /** Reads what anybody may have written, keys and values alike. */
  public AvroReader reader() {
    return new AvroReader(registry);
  }

  /** Writes keys of any schema. */
  public Serializer<Object> anyKeyWriter() {
    return writer(true);
  }

  /** Writes values of any schema. */
  public Serializer<Object> anyValueWriter() {
    return writer(false);
  }

  private Serializer<Object> writer(boolean key) {
    var serializer = new KafkaAvroSerializer(registry);
    serializer.configure(config, key);
    return serializer;
  }
}
