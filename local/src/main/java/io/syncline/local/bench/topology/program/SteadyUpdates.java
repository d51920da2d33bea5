package io.syncline.local.bench.topology.program;

import io.syncline.schemas.AvroSerdes;
import io.syncline.schemas.Customer;
import io.syncline.schemas.Topics;
import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Updates of customers at a steady rate, with the delay of each: from just before it is sent to the
 * source topic until a reader of what is committed has it from the canonical topic, by one clock.
 * New customers may come beside them.
 */
public final class SteadyUpdates {

  private static final String COMPANY = "Update ";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long PAUSE_NANOS = 500_000;

  private final Settings settings;
  private final AvroSerdes serdes;
  private final Clients clients;
  private final TwoCrms crms = new TwoCrms();
  private final SplittableRandom random = new SplittableRandom(42);

  /** When each update was sent. */
  private final AtomicLongArray sent;

  private final BitSet seen;
  private final Histogram delays = new Histogram(3);
  private final int warmUp;
  private final int updates;

  private SteadyUpdates(Settings settings) {
    this.settings = settings;
    serdes = new AvroSerdes(settings.text("registry"));
    clients = new Clients(settings.text("broker"));
    int rate = (int) settings.number("rate");
    warmUp = rate * (int) settings.number("warmUp");
    updates = warmUp + rate * (int) settings.number("seconds");
    sent = new AtomicLongArray(updates);
    seen = new BitSet(updates);
  }

  public static void main(String[] words) {
    Settings settings = Settings.parse(words);
    new SteadyUpdates(settings).run().write(settings.path("outcome"));
  }

  private Settings run() {
    try (Consumer<byte[], byte[]> consumer = reader()) {
      CompletableFuture<Void> watch = CompletableFuture.runAsync(() -> watch(consumer));
      long began = System.nanoTime();
      send();
      double seconds = (System.nanoTime() - began) / 1e9;
      watch.join();
      return Settings.none()
          .with("rate", Math.round(updates / seconds))
          .with("missing", updates - seen.cardinality())
          .with("p50", delays.getValueAtPercentile(50))
          .with("p99", delays.getValueAtPercentile(99))
          .with("longest", delays.getMaxValue());
    }
  }

  private Consumer<byte[], byte[]> reader() {
    String topic = Topics.CUSTOMER.name();
    var partitions =
        IntStream.range(0, Clients.PARTITIONS)
            .mapToObj(number -> new TopicPartition(topic, number))
            .toList();
    Consumer<byte[], byte[]> consumer = clients.reader("bench-watch", partitions);
    consumer.seekToEnd(partitions);
    // Where the end is, is only looked up when it is asked for.
    partitions.forEach(consumer::position);
    return consumer;
  }

  private void send() {
    long rate = settings.number("rate");
    long others = settings.number("others");
    long rateOfOthers = settings.number("rateOfOthers");
    try (Producer<Object, Object> producer =
        clients.prompt(serdes.anyKeyWriter(), serdes.anyValueWriter())) {
      long began = System.nanoTime();
      int update = 0;
      long other = 0;
      while (update < updates) {
        double seconds = (System.nanoTime() - began) / 1e9;
        for (long due = Math.min(updates, (long) (seconds * rate)); update < due; update++) {
          update(producer, update);
        }
        for (long due = Math.min(others, (long) (seconds * rateOfOthers)); other < due; other++) {
          producer.send(other(other).toRecord());
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private void update(Producer<Object, Object> producer, int number) {
    long person = random.nextLong(settings.number("people"));
    long now = System.currentTimeMillis();
    CrmRow row = crms.customer(person, TwoCrms.email(person), COMPANY + number, now);
    sent.set(number, System.nanoTime());
    producer.send(row.toRecord());
  }

  private CrmRow other(long number) {
    long person = settings.number("firstOther") + number;
    String shared = settings.text("sharedEmail");
    String email = shared.isEmpty() ? TwoCrms.email(person) : shared;
    return crms.customer(person, email, "Other", System.currentTimeMillis());
  }

  /** Returns when every update has been seen, or none for a minute. */
  private void watch(Consumer<byte[], byte[]> consumer) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try (Deserializer<Customer> customers = serdes.of(Customer.class).deserializer()) {
      while (seen.cardinality() < updates && System.nanoTime() < end) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          long now = System.nanoTime();
          Optional.ofNullable(customers.deserialize(record.topic(), record.value()))
              .flatMap(Customer::getCompany)
              .filter(company -> company.startsWith(COMPANY))
              .ifPresent(company -> see(company, now));
          end = now + PATIENCE.toNanos();
        }
      }
    }
  }

  private void see(String company, long now) {
    int number = Integer.parseInt(company.substring(COMPANY.length()));
    // One of an earlier run comes again when its customer gets a new record.
    if (number >= updates || sent.get(number) == 0 || seen.get(number)) {
      return;
    }
    seen.set(number);
    if (number >= warmUp) {
      delays.recordValue((now - sent.get(number)) / 1_000);
    }
  }
}
