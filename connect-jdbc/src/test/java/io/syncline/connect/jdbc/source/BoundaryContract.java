package io.syncline.connect.jdbc.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.syncline.connect.jdbc.fixture.SourceRun;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import io.syncline.connect.jdbc.fixture.WorkerTransactions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which records a worker commits together when the connector sets the boundaries. */
abstract class BoundaryContract {
  final WorkerTransactions transactions = new WorkerTransactions();
  TestDatabase database;

  abstract TestDatabase createDatabase();

  @BeforeEach
  void createTables() {
    database = createDatabase();
    for (var table : List.of("a", "b")) {
      database.run(
          "create table "
              + table
              + " (id integer primary key,"
              + " updated_at timestamp(6) not null default current_timestamp(6))");
    }
  }

  void insert(String table, int rows) {
    database.run(
        ("insert into %s (id) with recursive n (i) as"
                + " (select 1 union all select i + 1 from n where i < %d) select i from n")
            .formatted(table, rows));
  }

  SourceRun run(String mode, String... tables) {
    return SourceRun.of(database, Map.of("mode", mode, "batch.max.rows", "10"), tables)
        .with("connection.attempts", "0")
        .within(transactions);
  }

  SourceRun increments(String... tables) {
    return run("timestamp", tables).with("timestamp.column.name", "updated_at");
  }

  void awaitCommitted(SourceRun run, Integer... sizes) {
    await()
        .atMost(Duration.ofSeconds(10))
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .untilAsserted(
            () -> {
              run.poll();
              assertThat(transactions.committedSizes()).startsWith(sizes);
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {25, 20})
  void shouldCommitWholeReadingOfBulk(int rows) {
    // Given
    insert("a", rows);
    insert("b", 15);

    // When
    try (var run = run("bulk", "a", "b").start()) {
      awaitCommitted(run, rows, 15, rows);
    }

    // Then
    assertThat(transactions.committed().get(0))
        .extracting(SourceRecord::topic)
        .containsOnly("crm.test.a");
  }

  @Test
  void shouldCommitPagesOfCompare() {
    // Given
    insert("a", 25);

    // When
    try (var run = run("compare", "a").start()) {
      run.take(25);
    }

    // Then
    assertThat(transactions.committedSizes()).containsExactly(10, 10, 5);
  }
}
