package io.syncline.connect.jdbc.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.connect.jdbc.fixture.ConnectorRun;
import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the first reading of a large table holds in memory; {@code -Dload.rows} says how large. */
class LoadScaleIT {
  private static final Logger LOG = LoggerFactory.getLogger(LoadScaleIT.class);
  private static final int ROWS = Integer.getInteger("load.rows", 300_000);
  private static final int TASKS = 2;
  private static final long MEGABYTE = 1 << 20;

  private final TestDatabase database = Servers.postgres();

  /** Twelve columns, about 150 bytes a row. */
  private void createTable() {
    database.run(
        "create table orders (id integer primary key, customer integer, name text, street text,"
            + " city text, country char(2), total numeric(12,2), open boolean, ordered date,"
            + " updated_at timestamp not null, note text, weight double precision)",
        "insert into orders select n, n % 1000, 'Customer ' || n, 'Street ' || n, 'City ' || n %"
            + " 100, 'AT', n / 7.0, n % 2 = 0, date '2020-01-01' + n % 1000,"
            + " timestamp '2020-01-01' + n * interval '1 s', 'some words about order ' || n, n / 3.0"
            + " from generate_series(1, "
            + ROWS
            + ") n",
        "create index on orders (updated_at, id)",
        "vacuum analyze orders");
  }

  /** Reads about so many rows, and lets the records go. */
  private static void read(ConnectorRun run, int rows) {
    for (var read = 0; read < rows; ) {
      read += run.round();
      run.topic().clear();
    }
  }

  /** In megabytes, records aside. */
  private static long usedHeap() {
    var least = Long.MAX_VALUE;
    for (var i = 0; i < 5; i++) {
      System.gc();
      var runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least / MEGABYTE;
  }

  @Test
  void shouldHoldNoMoreAtTheEndThanAtTheBeginning() {
    // Given
    createTable();
    var settings =
        Map.of(
            "mode", "timestamp",
            "timestamp.column.name", "updated_at",
            "full.load.range.rows", "" + ROWS / 16);

    // When
    try (var run = new ConnectorRun(database, settings, TASKS).start()) {
      read(run, ROWS / 10);
      var first = usedHeap();
      read(run, ROWS * 8 / 10);
      var last = usedHeap();

      // Then
      LOG.info("Heap in MB: rows={} afterATenth={} afterNineTenths={}", ROWS, first, last);
      assertThat(last - first).isLessThan(8);
    }
  }
}
