package io.syncline.connect.jdbc.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.SourceRun;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What mode compare costs on a large table, in memory, in stored offsets and in time. */
class CompareScaleIT {
  private static final Logger LOG = LoggerFactory.getLogger(CompareScaleIT.class);
  private static final int ROWS = Integer.getInteger("compare.rows", 200_000);

  private final TestDatabase database = Servers.postgres();

  private SourceRun run(String mode) {
    return SourceRun.of(database, Map.of("mode", mode, "poll.interval.ms", "3600000"), "orders");
  }

  /** Twelve columns, about 150 bytes a row. */
  private void createTable(String keyType, String key) {
    database.run(
        "create table orders (id "
            + keyType
            + " primary key, customer integer, name text,"
            + " street text, city text, country char(2), total numeric(12,2), open boolean,"
            + " ordered date, shipped timestamp, note text, weight double precision)",
        "insert into orders select "
            + key
            + ", n % 1000, 'Customer ' || n, 'Street ' || n, 'City ' || n % 100, 'AT', n / 7.0,"
            + " n % 2 = 0, date '2020-01-01' + n % 1000, timestamp '2020-01-01' + n * interval '1 s',"
            + " 'some words about order ' || n, n / 3.0 from generate_series(1, "
            + ROWS
            + ") n",
        "analyze orders");
  }

  /** A pass; the records that it sends are written and let go. */
  private static int pass(SourceRun run) {
    var sent = 0;
    for (var polls = 0; polls < ROWS / 1_000 + 2; polls++) {
      sent += run.poll().size();
    }
    return sent;
  }

  private static long usedHeap() {
    var least = Long.MAX_VALUE;
    for (var i = 0; i < 5; i++) {
      System.gc();
      var runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }

  private static long storedBytes(SourceRun run) {
    return run.offsets().entrySet().stream()
        .mapToLong(entry -> entry.getKey().toString().length() + text(entry.getValue()).length())
        .sum();
  }

  private static String text(Map<String, ?> offset) {
    return offset.entrySet().toString();
  }

  private static double perRow(long bytes) {
    return bytes / (double) ROWS;
  }

  private static long rowsPerSecond(Runnable pass) {
    var startedAt = System.nanoTime();
    pass.run();
    return ROWS * 1_000_000_000L / (System.nanoTime() - startedAt);
  }

  @Test
  void shouldHoldLittleOfLargeTable() {
    // Given
    createTable("integer", "n");
    try (var run = run("compare").start()) {
      var before = usedHeap();

      // When
      assertThat(pass(run)).isEqualTo(ROWS);
      var heap = perRow(usedHeap() - before);
      var stored = perRow(storedBytes(run));

      // Then
      LOG.info("Integer keys: rows={} heapBytesPerRow={} storedBytesPerRow={}", ROWS, heap, stored);
      assertThat(heap).isLessThan(45);
      assertThat(stored).isLessThan(20);
    }
  }

  @Test
  void shouldStoreLittleForUuidKeys() {
    // Given
    createTable("uuid", "gen_random_uuid()");
    try (var run = run("compare").start()) {
      var before = usedHeap();

      // When
      assertThat(pass(run)).isEqualTo(ROWS);
      var heap = perRow(usedHeap() - before);
      var stored = perRow(storedBytes(run));

      // Then
      LOG.info("UUID keys: rows={} heapBytesPerRow={} storedBytesPerRow={}", ROWS, heap, stored);
      assertThat(heap).isLessThan(80);
      assertThat(stored).isLessThan(50);
    }
  }

  @Test
  void shouldPassUnchangedTableAfterRestartWithoutSending() {
    // Given
    createTable("integer", "n");
    try (var run = run("compare").start();
        var bulk = run("bulk").start()) {
      var first = rowsPerSecond(() -> assertThat(pass(run)).isEqualTo(ROWS));
      run.restart();

      // When
      var unchanged = rowsPerSecond(() -> assertThat(pass(run)).isZero());

      // Then
      LOG.info(
          "Rows a second: first={} unchanged={} bulk={}",
          first,
          unchanged,
          rowsPerSecond(() -> assertThat(pass(bulk)).isEqualTo(ROWS)));
    }
  }
}
