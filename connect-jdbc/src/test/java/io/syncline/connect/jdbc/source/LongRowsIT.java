package io.syncline.connect.jdbc.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.SourceRun;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import io.syncline.connect.jdbc.fixture.TestDatabase.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages of rows that are long, or become long. */
class LongRowsIT {
  private static final int ROW = 100_000;

  @ParameterizedTest
  @CsvSource({
    "POSTGRES, bulk",
    "POSTGRES, timestamp",
    "POSTGRES, incrementing",
    "POSTGRES, compare",
    "MARIADB, bulk",
    "MARIADB, timestamp",
    "MARIADB, compare"
  })
  void shouldEndPageWithTheRowThatReachesTheBound(Kind kind, String mode) {
    // Given
    var database = kind == Kind.POSTGRES ? Servers.postgres() : Servers.mariaDb();
    database.run(
        "create table t (id integer primary key, at timestamp(6) not null, content "
            + (kind == Kind.POSTGRES ? "text" : "longtext")
            + ")");
    for (var id = 1; id <= 60; id++) {
      var length = id <= 40 ? 1 : ROW;
      database.run(
          "insert into t values (%d, '2020-01-01 00:00:00', repeat('x', %d))"
              .formatted(id, length));
    }

    // When
    var pages = pages(database, mode, 60);

    // Then
    assertThat(pages.stream().flatMap(List::stream).map(SourceRecord::key).distinct().count())
        .isEqualTo(60);
    assertThat(pages).allSatisfy(page -> assertThat(bytes(page)).isLessThan(4 * ROW));
    assertThat(pages).hasSizeBetween(7, 20);
  }

  private static List<List<SourceRecord>> pages(TestDatabase database, String mode, int rows) {
    var settings = new HashMap<>(Map.of("mode", mode, "batch.max.bytes", "" + 3 * ROW));
    if (mode.equals("timestamp")) {
      settings.put("timestamp.column.name", "at");
    }
    var pages = new ArrayList<List<SourceRecord>>();
    try (var run = SourceRun.of(database, settings, "t").start()) {
      await()
          .atMost(Duration.ofSeconds(20))
          .pollInSameThread()
          .pollInterval(Duration.ofMillis(1))
          .until(
              () -> {
                pages.add(run.poll());
                return pages.stream().mapToInt(List::size).sum() >= rows;
              });
    }
    pages.removeIf(List::isEmpty);
    return pages;
  }

  private static int bytes(List<SourceRecord> page) {
    return page.stream()
        .map(record -> (Struct) record.value())
        .mapToInt(value -> value.getString("content").length())
        .sum();
  }
}
