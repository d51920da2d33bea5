package io.syncline.local.fault.merge;

import io.syncline.schemas.AvroSerdes;
import io.syncline.schemas.CrossReference;
import io.syncline.schemas.Customer;
import io.syncline.schemas.SourceKeys;
import io.syncline.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Canonical customers and cross-references, as a reader of what is committed follows them. */
final class PublishedCustomers implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(5);

  private final KafkaConsumer<String, byte[]> consumer;
  private final Deserializer<Customer> customerReader;
  private final Deserializer<CrossReference> referenceReader;
  private final Map<String, Known> customers = new TreeMap<>();
  private final Map<String, String> references = new TreeMap<>();
  private final Map<String, Long> versions = new HashMap<>();
  private final List<String> repeats = new ArrayList<>();

  PublishedCustomers(String bootstrapServers, String registryUrl) {
    var serdes = new AvroSerdes(registryUrl);
    customerReader = serdes.of(Customer.class).deserializer();
    referenceReader = serdes.of(CrossReference.class).deserializer();
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    var partitions =
        Stream.of(Topics.CUSTOMER, Topics.CROSS_REFERENCE)
            .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Reads to the end of what is committed. */
  PublishedCustomers follow() {
    var ends = consumer.endOffsets(consumer.assignment());
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      consumer.poll(POLL).forEach(this::add);
    }
    return this;
  }

  /** By canonical id. */
  Map<String, Known> customers() {
    return customers;
  }

  /** Canonical ids by source record. */
  Map<String, String> references() {
    return references;
  }

  /** Versions of canonical records that came again, or after a later one. */
  List<String> repeats() {
    return repeats;
  }

  private void add(ConsumerRecord<String, byte[]> record) {
    if (record.topic().equals(Topics.CUSTOMER.name())) {
      addCustomer(record.key(), record);
    } else if (record.value() == null) {
      references.remove(record.key());
    } else {
      var reference = referenceReader.deserialize(record.topic(), record.value());
      references.put(record.key(), reference.getCanonicalId());
    }
  }

  private void addCustomer(String id, ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      customers.remove(id);
      return;
    }
    var customer = customerReader.deserialize(record.topic(), record.value());
    var before = versions.put(id, customer.getVersion());
    if (before != null && before >= customer.getVersion()) {
      repeats.add("%s: %d after %d".formatted(id, customer.getVersion(), before));
    }
    customers.put(id, known(customer));
  }

  private static Known known(Customer customer) {
    Map<String, String> fields = new TreeMap<>();
    for (var provenance : customer.getProvenance()) {
      if (Known.FIELDS.contains(provenance.getField())) {
        var value = customer.get(customer.getSchema().getField(provenance.getField()).pos());
        var source = SourceKeys.text(provenance.getSource());
        fields.put(
            provenance.getField(),
            Known.field(String.valueOf(value), source, provenance.getSourceVersion()));
      }
    }
    return new Known(customer.getSources().stream().map(SourceKeys::text).toList(), fields);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
