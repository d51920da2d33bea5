package io.syncline.connect.jdbc.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.syncline.connect.jdbc.fixture.FrozenServer;
import io.syncline.connect.jdbc.fixture.SourceRun;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a source does when the database is there and does not answer. */
@Timeout(40)
abstract class StuckDatabaseContract {
  TestDatabase database;

  abstract TestDatabase createDatabase();

  /** Statement that keeps readers of a table waiting. */
  abstract String lock(String table);

  @BeforeEach
  void createTables() {
    database = createDatabase();
    for (var table : new String[] {"a", "b"}) {
      database.run(
          "create table "
              + table
              + " (id integer primary key, filler text,"
              + " updated_at timestamp(6) not null default current_timestamp(6))");
    }
  }

  private SourceRun impatient(String... tables) {
    return SourceRun.increments(database, tables)
        .with("query.timeout.ms", "300")
        .with("connection.attempts", "4");
  }

  /** Holds the lock as long as the connection. */
  private Connection locked(String table) throws SQLException {
    var connection = database.connect();
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute(lock(table));
    }
    return connection;
  }

  private static void pollFor(Duration time, SourceRun run) {
    var end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      assertThat(run.poll()).isEmpty();
    }
  }

  @Test
  void shouldGoOnByItselfWhenTheLockGoes() throws SQLException {
    // Given
    try (var run = impatient("a").with("connection.attempts", "0").start()) {
      run.idle();
      database.run("insert into a (id) values (1)");
      try (var blocker = locked("a")) {
        pollFor(Duration.ofSeconds(1), run);
        blocker.rollback();
      }

      // When
      var records = run.take(1);

      // Then
      assertThat(records).extracting(SourceRecord::key).containsExactly(1);
    }
  }

  @Test
  void shouldFailWithReasonWhenTheLockStays() throws SQLException {
    // Given
    try (var run = impatient("a").start()) {
      run.idle();
      try (var blocker = locked("a")) {

        // When
        assertThatThrownBy(() -> run.take(1))

            // Then
            .isInstanceOf(ConnectException.class)
            .hasMessageContaining("failed 4 times in a row")
            .hasMessageContaining(database.schema() + ".a")
            .hasMessageContaining("query.timeout.ms");
      }
    }
  }

  @Test
  void shouldReadOtherTablesAndStillFailWhenOneStaysLocked() throws SQLException {
    // Given
    var records = new ArrayList<SourceRecord>();
    var bulk = Map.of("mode", "bulk", "query.timeout.ms", "300", "connection.attempts", "4");
    try (var run = SourceRun.of(database, bulk, "a", "b").start()) {
      run.idle();
      var blocker = locked("a");
      database.run("insert into b (id) values (7)");

      // When
      assertThatThrownBy(
              () -> {
                while (true) {
                  records.addAll(run.poll());
                }
              })

          // Then
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("with tables [" + database.schema() + ".a]");
      assertThat(records).extracting(SourceRecord::key).hasSizeGreaterThan(1).containsOnly(7);
      blocker.close();
    }
  }

  @Test
  void shouldNotCutReadingThatTakesLong() {
    // Given
    database.run(
        "insert into a (id, filler) with recursive n (i) as (select 1 union all select i + 1 from n"
            + " where i < 900) select i, repeat('x', 50000) from n");
    var bulk = Map.of("mode", "bulk", "batch.max.rows", "10");
    try (var run = SourceRun.of(database, bulk, "a").with("query.timeout.ms", "300").start()) {
      run.take(10);

      // When
      await().pollDelay(Duration.ofSeconds(2)).until(() -> true);

      // Then
      assertThat(run.take(890)).extracting(SourceRecord::key).last().isEqualTo(900);
    }
  }

  @Test
  void shouldFailWithReasonWhenServerIsFrozen() {
    // Given
    try (var run = impatient("a").with("connection.attempts", "2").start()) {
      run.idle();
      try (var frozen = FrozenServer.of(database)) {

        // When
        assertThatThrownBy(() -> run.take(1))

            // Then
            .isInstanceOf(ConnectException.class)
            .hasMessageContaining("failed 2 times in a row");
      }
    }
  }

  @Test
  void shouldGoOnByItselfWhenServerThaws() {
    // Given
    try (var run = impatient("a").with("connection.attempts", "0").start()) {
      run.idle();
      database.run("insert into a (id) values (1)");
      try (var frozen = FrozenServer.of(database)) {
        pollFor(Duration.ofSeconds(1), run);
      }

      // When
      var records = run.take(1);

      // Then
      assertThat(records).extracting(SourceRecord::key).containsExactly(1);
    }
  }
}
