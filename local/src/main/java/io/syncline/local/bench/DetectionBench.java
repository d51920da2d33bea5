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
import java.time.Duration;
import java.util.List;
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

  /** An Avro record of the registry's kind begins with a zero and the schema's number. */
  private static final int PREFIX = 5;

  private final Bench bench;
  private final OrdersTable watched = new OrdersTable("watched");
  private final Random random = new Random(42);

  DetectionBench(Bench bench) {
    this.bench = bench;
  }

  Section run() throws SQLException, InterruptedException {
    bench.screen().section("Detection: a change in the table, one at a time");
    watched.create(bench.database(), ROWS, rows -> {});
    String name = "bench-detection";
    String topic = name + "." + watched.name();
    bench.topics().create(topic);
    bench.connectors().startSource(name, watched.name());
    try (Consumer<byte[], byte[]> consumer = bench.topics().reader(topic);
        Connection connection = bench.database().open()) {
      awaitAll(consumer);
      return section(bench.repeat(number -> delays(connection, consumer)));
    } finally {
      bench.connectors().stop(name);
    }
  }

  private Section section(List<Histogram> delays) {
    Duration interval = bench.connectors().pollInterval();
    Aim aim = Aim.atMost(interval.plus(BEYOND_POLL_INTERVAL).toMillis());
    return new Section(
        "Detection: from a commit in the source to the record, poll interval %d ms, %d changes"
            .formatted(interval.toMillis(), CHANGES),
        List.of(
            Figure.ours("p50", "ms", percentile(delays, 50)),
            Figure.ours("p99", "ms", percentile(delays, 99)).withAim(aim),
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
