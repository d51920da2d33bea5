package io.syncline.local.bench;

import io.syncline.local.LocalException;
import io.syncline.local.bench.report.Aim;
import io.syncline.local.bench.report.Figure;
import io.syncline.local.bench.report.Samples;
import io.syncline.local.bench.report.Section;
import io.syncline.local.bench.yardstick.OrdersTable;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.ByteUtils;

/** Delay from a commit in the source to the record that a read_committed consumer sees. */
final class DetectionBench {

  private static final int ROWS = 1_000;
  private static final int CHANGES = 200;
  private static final Duration BEYOND_POLL_INTERVAL = Duration.ofMillis(10);
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static final String CHANNEL = "bench";

  private static final String TRIGGER =
      """
      create or replace function tell() returns trigger language plpgsql as $$
      begin
        perform pg_notify('%1$s', TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME);
        return null;
      end $$;
      create trigger tell after insert or update or delete on %2$s
        for each statement execute function tell()
      """;

  /** An Avro record of the registry's kind begins with a zero and the schema's number. */
  private static final int PREFIX = 5;

  private final Bench bench;
  private final Variant variant;
  private final OrdersTable watched;
  private final Random random = new Random(42);

  private DetectionBench(Bench bench, Variant variant) {
    this.bench = bench;
    this.variant = variant;
    watched = new OrdersTable("watched_" + variant.word);
  }

  /**
   * Way in which a change is noticed.
   *
   * @param settings of the source beside its own
   */
  private record Variant(
      String title, String word, Map<String, String> settings, Aim median, Aim slowest) {}

  static DetectionBench polled(Bench bench) {
    Duration interval = bench.connectors().pollInterval();
    Aim aim = Aim.atMost(interval.plus(BEYOND_POLL_INTERVAL).toMillis());
    String title = "Detection: from a commit in the source to the record, poll interval %d ms";
    return new DetectionBench(
        bench, new Variant(title.formatted(interval.toMillis()), "polled", Map.of(), aim, aim));
  }

  /** Polls so seldom that what is seen was told. */
  static DetectionBench woken(Bench bench) {
    Map<String, String> settings = Map.of("notify.channel", CHANNEL, "poll.interval.ms", "60000");
    String title = "Wake-up: from a commit in the source to the record, by LISTEN and NOTIFY";
    return new DetectionBench(
        bench, new Variant(title, "woken", settings, Aim.atMost(5), Aim.atMost(15)));
  }

  Section run() throws SQLException, InterruptedException {
    bench.screen().section(variant.title);
    watched.create(bench.database(), ROWS, rows -> {});
    tellOfChanges();
    String name = "bench-" + variant.word;
    String topic = name + "." + watched.name();
    bench.topics().create(topic);
    bench.connectors().startSource(name, watched.name(), variant.settings);
    try (Consumer<byte[], byte[]> consumer = bench.topics().reader(topic);
        Connection connection = bench.database().open()) {
      awaitAll(consumer);
      return section(bench.repeat(number -> delays(connection, consumer)));
    } finally {
      bench.connectors().stop(name);
    }
  }

  private void tellOfChanges() throws SQLException {
    try (Connection connection = bench.database().open();
        Statement statement = connection.createStatement()) {
      statement.execute(TRIGGER.formatted(CHANNEL, watched.name()));
    }
  }

  private Section section(List<Histogram> delays) {
    return new Section(
        "%s, %d changes".formatted(variant.title, CHANGES),
        List.of(
            Figure.ours("p50", "ms", percentile(delays, 50)).withAim(variant.median),
            Figure.ours("p99", "ms", percentile(delays, 99)).withAim(variant.slowest),
            Figure.ours("longest", "ms", percentile(delays, 100))));
  }

  private static Samples percentile(List<Histogram> delays, double percentile) {
    return new Samples(
        delays.stream().map(each -> each.getValueAtPercentile(percentile) / 1e3).toList());
  }

  private void awaitAll(Consumer<byte[], byte[]> consumer) {
    long end = System.nanoTime() + LIMIT.toNanos();
    for (int seen = 0; seen < ROWS; ) {
      seen += consumer.poll(Duration.ofMillis(200)).count();
      requireBefore(end);
    }
  }

  /** In microseconds. */
  private Histogram delays(Connection connection, Consumer<byte[], byte[]> consumer)
      throws SQLException, InterruptedException {
    Histogram delays = new Histogram(3);
    for (int change = 0; change < CHANGES; change++) {
      // Else every change would meet the poll at the same moment.
      Thread.sleep(random.nextLong(bench.connectors().pollInterval().toMillis() + 1));
      long key = 1 + random.nextInt(ROWS);
      change(connection, key);
      long committed = System.nanoTime();
      awaitRecord(consumer, key);
      delays.recordValue((System.nanoTime() - committed) / 1_000);
    }
    bench.screen().line("p50 %.1f ms".formatted(delays.getValueAtPercentile(50) / 1e3));
    return delays;
  }

  private void change(Connection connection, long key) throws SQLException {
    String sql =
        "update %s set version = version + 1, updated_at = clock_timestamp() where id = ?"
            .formatted(watched.name());
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, key);
      statement.executeUpdate();
    }
  }

  private void awaitRecord(Consumer<byte[], byte[]> consumer, long key) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (StreamSupport.stream(consumer.poll(Duration.ofMillis(200)).spliterator(), false)
        .noneMatch(record -> key(record) == key)) {
      requireBefore(end);
    }
  }

  private static long key(ConsumerRecord<byte[], byte[]> record) {
    return ByteUtils.readVarlong(ByteBuffer.wrap(record.key()).position(PREFIX));
  }

  private void requireBefore(long end) {
    if (System.nanoTime() > end) {
      bench.platform().requireHealthy();
      throw new LocalException("A change is not seen after %d s.".formatted(LIMIT.toSeconds()));
    }
  }
}
