package io.syncline.streams.topology;

import io.syncline.schemas.AvroSerdes;
import io.syncline.schemas.Customer;
import io.syncline.schemas.Order;
import io.syncline.schemas.Product;
import io.syncline.schemas.RedriveRequest;
import io.syncline.schemas.Rejection;
import io.syncline.schemas.Topic;
import io.syncline.schemas.Topics;
import io.syncline.streams.canonical.MergePolicy;
import io.syncline.streams.identity.match.MatchRules;
import io.syncline.streams.kafka.Store;
import io.syncline.streams.kafka.StoreCatalogue;
import io.syncline.streams.mapping.Mappings;
import io.syncline.streams.mapping.expression.ColumnType;
import io.syncline.streams.mapping.expression.Table;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The whole topology under the test driver, fed with rows as a source connector publishes them. */
final class Flow implements AutoCloseable {

  static final int PARTITIONS = 4;

  private static final Path SOURCES = Path.of("..", "connect-config", "sources");

  /** One folder for each, so that builds beside this one do not meet. */
  private static final Path STATE = Path.of("target", "flow");

  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /** Compiled once: a mapping holds no state. */
  private static final Mappings MAPPINGS = mappings();

  private final AvroSerdes serdes;
  private final Mappings mappings;
  private final TopologyTestDriver driver;

  Flow() {
    this(MAPPINGS);
  }

  Flow(Mappings mappings) {
    this(mappings, MatchRules.provided(), new AvroSerdes("mock://" + UUID.randomUUID()));
  }

  Flow(MatchRules rules) {
    this(MAPPINGS, rules, new AvroSerdes("mock://" + UUID.randomUUID()));
  }

  private Flow(Mappings mappings, MatchRules rules, AvroSerdes serdes) {
    this.mappings = mappings;
    this.serdes = serdes;
    var config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "flow");
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
    config.put(
        StreamsConfig.STATE_DIR_CONFIG, STATE.resolve(UUID.randomUUID().toString()).toString());
    config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    driver =
        new TopologyTestDriver(
            new SyncTopology(
                    serdes,
                    mappings,
                    new Policies(rules, MergePolicy.standard()),
                    PARTITIONS,
                    "flow")
                .build(),
            config,
            START);
  }

  static Mappings mappings() {
    return Mappings.load(
        List.of(
            SOURCES.resolve("north").resolve("mapping.yaml"),
            SOURCES.resolve("south").resolve("mapping.yaml")));
  }

  /** The same state under other mappings, as after a restart. */
  Flow restartedWith(Mappings other) {
    return restartedWith(other, StoreCatalogue.all());
  }

  /** What some of the stores hold under other mappings; the others are empty. */
  Flow restartedWith(Mappings other, List<Store<?>> kept) {
    return restarted(other, MatchRules.provided(), kept);
  }

  /** The same state under other match rules, as after a restart. */
  Flow restartedWith(MatchRules other) {
    return restarted(mappings, other, StoreCatalogue.all());
  }

  private Flow restarted(Mappings other, MatchRules rules, List<Store<?>> kept) {
    var state = new LinkedHashMap<Store<?>, Map<String, ? extends SpecificRecord>>();
    kept.stream()
        .filter(store -> driver.getKeyValueStore(store.name()) != null)
        .forEach(store -> state.put(store, entries(store)));
    close();
    var restarted = new Flow(other, rules, serdes);
    state.forEach(
        (store, entries) ->
            entries.forEach(
                (key, value) ->
                    restarted
                        .driver
                        .<String, SpecificRecord>getKeyValueStore(store.name())
                        .put(key, value)));
    return restarted;
  }

  /** Asks for records in quarantine to be tried again. */
  void redrive(String... ids) {
    request(Topics.REDRIVE, null, new RedriveRequest(List.of(ids)));
  }

  /** Tells the application to do something. */
  <V extends SpecificRecord> void request(Topic<V> topic, @Nullable String key, @Nullable V value) {
    driver
        .createInputTopic(
            topic.name(), new StringSerializer(), serdes.of(topic.type()).serializer())
        .pipeInput(key, value);
  }

  /** Publishes one version of a row; columns that are not given are null. */
  void upsert(String source, String table, Object key, long version, Map<String, Object> columns) {
    var schema = schema(source, mappings.of(source).orElseThrow().table(table).orElseThrow());
    var row = new GenericData.Record(schema);
    columns.forEach((name, value) -> row.put(name, avro(value)));
    var topic = Topics.ofTable(source, table);
    publish(topic, key(topic, key), serdes.anyValueWriter().serialize(topic, row), version);
  }

  void delete(String source, String table, Object key, long version) {
    var topic = Topics.ofTable(source, table);
    publish(topic, key(topic, key), null, version);
  }

  byte[] key(String topic, Object key) {
    return serdes.anyKeyWriter().serialize(topic, key);
  }

  void publish(String topic, byte @Nullable [] key, byte @Nullable [] value, long version) {
    input(topic).pipeInput(key, value, version);
  }

  void publish(String topic, byte[] key, byte[] value, Headers headers) {
    input(topic).pipeInput(new TestRecord<>(key, value, headers, Instant.ofEpochMilli(1000)));
  }

  private TestInputTopic<byte[], byte[]> input(String topic) {
    return driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer());
  }

  void passTime(Duration duration) {
    driver.advanceWallClockTime(duration);
  }

  /** What was published on a topic since it was last read, in order. */
  <V extends SpecificRecord> List<Published<V>> published(Topic<V> topic) {
    return driver
        .createOutputTopic(
            topic.name(), new StringDeserializer(), serdes.of(topic.type()).deserializer())
        .readKeyValuesToList()
        .stream()
        .map(record -> new Published<>(record.key, record.value))
        .toList();
  }

  /** The last record of each key; keys that were deleted are absent. */
  <V extends SpecificRecord> Map<String, V> latest(Topic<V> topic) {
    var latest = new LinkedHashMap<String, V>();
    for (var record : published(topic)) {
      if (record.value() == null) {
        latest.remove(record.key());
      } else {
        latest.put(record.key(), record.value());
      }
    }
    return latest;
  }

  List<Customer> customers() {
    return List.copyOf(latest(Topics.CUSTOMER).values());
  }

  List<Product> products() {
    return List.copyOf(latest(Topics.PRODUCT).values());
  }

  List<Order> orders() {
    return List.copyOf(latest(Topics.ORDER).values());
  }

  List<Rejection> rejections() {
    return published(Topics.QUARANTINE).stream().map(Published::value).toList();
  }

  <V extends SpecificRecord> Map<String, V> entries(Store<V> store) {
    var entries = new LinkedHashMap<String, V>();
    try (var all = driver.<String, V>getKeyValueStore(store.name()).all()) {
      all.forEachRemaining(entry -> entries.put(entry.key, entry.value));
    }
    return entries;
  }

  /** The value of a metric of Kafka Streams; zero where nothing has been recorded. */
  double metric(String name, Map<String, String> tags) {
    return driver.metrics().entrySet().stream()
        .filter(metric -> metric.getKey().name().equals(name))
        .filter(metric -> metric.getKey().tags().entrySet().containsAll(tags.entrySet()))
        .mapToDouble(metric -> (double) metric.getValue().metricValue())
        .sum();
  }

  private static Schema schema(String source, Table table) {
    var fields = SchemaBuilder.record(table.name()).namespace("crm." + source).fields();
    table
        .columns()
        .forEach((name, type) -> fields.name(name).type(nullable(type)).withDefault(null));
    return fields.endRecord();
  }

  private static Schema nullable(ColumnType type) {
    return Schema.createUnion(
        Schema.create(Schema.Type.NULL),
        switch (type) {
          case TEXT -> Schema.create(Schema.Type.STRING);
          case INTEGER -> Schema.create(Schema.Type.LONG);
          case DECIMAL -> Schema.create(Schema.Type.DOUBLE);
          case BOOLEAN -> Schema.create(Schema.Type.BOOLEAN);
          case BYTES -> Schema.create(Schema.Type.BYTES);
          case DATE -> LogicalTypes.date().addToSchema(Schema.create(Schema.Type.INT));
          case TIMESTAMP ->
              LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG));
        });
  }

  private static Object avro(Object value) {
    if (value instanceof Instant instant) {
      return instant.toEpochMilli();
    }
    return value instanceof Integer number ? (Object) number.longValue() : value;
  }

  @Override
  public void close() {
    driver.close();
  }

  /** A record of an output topic; a null value is a tombstone. */
  record Published<V>(String key, @Nullable V value) {}
}
