package io.syncline.local.bench.topology.program;

import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The yardstick: each thread consumes customers' rows, decodes them, encodes them again and
 * produces them, in transactions of 100 ms. It reads its partitions again and again.
 */
public final class PlainClients {

  private static final Duration TRANSACTION = Duration.ofMillis(100);

  private final Settings settings;
  private final Clients clients;
  private final Schema schema;
  private final LongAdder records = new LongAdder();
  private final AtomicBoolean over = new AtomicBoolean();

  private PlainClients(Settings settings) {
    this.settings = settings;
    this.clients = new Clients(settings.text("broker"));
    this.schema = TwoCrms.customers();
  }

  public static void main(String[] words) throws InterruptedException {
    new PlainClients(Settings.parse(words)).run();
  }

  private void run() throws InterruptedException {
    int threads = (int) settings.number("threads");
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<CompletableFuture<Void>> work = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      int number = thread;
      work.add(CompletableFuture.runAsync(() -> copy(number, threads), pool));
    }
    awaitFirst(work);
    TimeUnit.SECONDS.sleep(settings.number("warmUp"));
    Settings outcome = measure();
    over.set(true);
    work.forEach(CompletableFuture::join);
    pool.shutdown();
    outcome.with("all", records.sum()).write(settings.path("outcome"));
  }

  /** Clients take their time to connect, and more of it on a busy machine. */
  private void awaitFirst(List<CompletableFuture<Void>> work) throws InterruptedException {
    while (records.sum() == 0 && work.stream().noneMatch(CompletableFuture::isDone)) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  private Settings measure() throws InterruptedException {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long cpu = system.getProcessCpuTime();
    long began = System.nanoTime();
    long before = records.sum();
    TimeUnit.SECONDS.sleep(settings.number("seconds"));
    return Settings.none()
        .with("records", records.sum() - before)
        .with("nanos", System.nanoTime() - began)
        .with("cpuNanos", system.getProcessCpuTime() - cpu);
  }

  private void copy(int thread, int threads) {
    List<TopicPartition> partitions = Clients.partitions(settings.text("from"), thread, threads);
    var bytes = new ByteArraySerializer();
    try (Consumer<byte[], byte[]> consumer = clients.reader("bench-plain", partitions);
        Producer<byte[], byte[]> producer =
            clients.transactional("bench-plain-" + thread, bytes, bytes)) {
      producer.initTransactions();
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      Recoding recoding = new Recoding(schema);
      while (!over.get()) {
        transaction(consumer, producer, recoding);
        rewind(consumer, ends);
      }
    }
  }

  private void transaction(
      Consumer<byte[], byte[]> consumer, Producer<byte[], byte[]> producer, Recoding recoding) {
    long end = System.nanoTime() + TRANSACTION.toNanos();
    String to = settings.text("to");
    producer.beginTransaction();
    while (System.nanoTime() < end) {
      int count = 0;
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(10))) {
        var value = recoding.recode(record.value());
        producer.send(
            new ProducerRecord<>(to, record.partition(), record.timestamp(), record.key(), value));
        count++;
      }
      records.add(count);
    }
    Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
    consumer
        .assignment()
        .forEach(each -> positions.put(each, new OffsetAndMetadata(consumer.position(each))));
    producer.sendOffsetsToTransaction(positions, consumer.groupMetadata());
    producer.commitTransaction();
  }

  private static void rewind(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
      if (consumer.position(end.getKey()) >= end.getValue()) {
        consumer.seekToBeginning(List.of(end.getKey()));
      }
    }
  }

  /** Avro's own reader and writer, with all that can be used again. */
  private static final class Recoding {

    /** A zero and the schema's number. */
    private static final int PREFIX = 5;

    private final GenericDatumReader<GenericRecord> reader;
    private final GenericDatumWriter<GenericRecord> writer;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    private BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(new byte[0], null);
    private BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);

    Recoding(Schema schema) {
      reader = new GenericDatumReader<>(schema);
      writer = new GenericDatumWriter<>(schema);
    }

    byte[] recode(byte[] value) {
      try {
        decoder = DecoderFactory.get().binaryDecoder(value, PREFIX, value.length - PREFIX, decoder);
        GenericRecord record = reader.read(null, decoder);
        bytes.reset();
        bytes.write(value, 0, PREFIX);
        encoder = EncoderFactory.get().binaryEncoder(bytes, encoder);
        writer.write(record, encoder);
        encoder.flush();
        return bytes.toByteArray();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
