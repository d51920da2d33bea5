package io.syncline.local.fault;

import io.syncline.schemas.AvroReader;
import io.syncline.schemas.AvroReader.UnreadableException;
import io.syncline.schemas.AvroValues;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What committed records of one topic say of a table, read on as the topic grows. */
final class Journal implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final AvroReader reader;
  private final Map<String, String> rows = new TreeMap<>();
  private final Map<String, Long> versions = new HashMap<>();
  private long records;
  private long repeats;

  Journal(String bootstrapServers, AvroReader reader, String topic) {
    this.reader = reader;
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                "false"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** The last that was said of each row, after reading to the end of what is committed. */
  Map<String, String> rows() {
    var ends = consumer.endOffsets(consumer.assignment());
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      consumer.poll(POLL).forEach(this::add);
    }
    return rows;
  }

  /** Up to where it is committed, all partitions together; 0 if there is no topic yet. */
  long end() {
    return consumer.endOffsets(consumer.assignment()).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  long records() {
    return records;
  }

  /** Records that said a version of a row again, or an older one than was said before. */
  long repeats() {
    return repeats;
  }

  private void add(ConsumerRecord<byte[], byte[]> record) {
    records++;
    var key = String.valueOf(decoded(record.key()));
    var value = record.value() == null ? null : (GenericRecord) decoded(record.value());
    // Nothing is written to a deleted row.
    var version = value == null ? Long.MAX_VALUE : (long) value.get("version");
    var before = versions.put(key, version);
    if (before != null && before >= version) {
      repeats++;
    }
    rows.put(key, value == null ? Ledger.DELETED : version + " " + amount(value));
  }

  private Object decoded(byte[] bytes) {
    try {
      return Objects.requireNonNull(reader.read(bytes).value());
    } catch (UnreadableException e) {
      throw new AssertionError("The connector wrote what nobody can read", e);
    }
  }

  private static String amount(GenericRecord value) {
    var schema = value.getSchema().getField("amount").schema();
    return AvroValues.text(AvroValues.plain(schema, value.get("amount")));
  }

  @Override
  public void close() {
    consumer.close();
  }
}
