package io.syncline.connect.jdbc.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.SourceRun;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresBoundaryIT extends BoundaryContract {
  @Override
  TestDatabase createDatabase() {
    return Servers.postgres();
  }

  /** Ends all connections of the source. */
  private void cutConnection() {
    database.run(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name ="
            + " 'syncline' and datname = current_database()");
  }

  private static void pollTimes(SourceRun run, int polls) {
    for (var poll = 0; poll < polls; poll++) {
      run.poll();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {25, 20})
  void shouldCommitTogetherWhatOneTransactionWrote(int rows) {
    // Given
    insert("a", rows);
    try (var run = increments("a").start()) {
      run.take(rows);
      var before = transactions.committed().size();

      // When
      database.run("update a set updated_at = clock_timestamp()");
      run.take(rows);
      run.idle();

      // Then
      assertThat(transactions.committedSizes().subList(0, 2)).containsExactly(10, 10);
      assertThat(transactions.committedSizes().subList(before, before + 1)).containsExactly(rows);
      assertThat(transactions.open()).isEmpty();
    }
  }

  @Test
  void shouldLetNoOtherTableInBetween() {
    // Given
    insert("a", 25);
    insert("b", 25);
    try (var run = increments("a", "b").start()) {
      run.take(50);
      var before = transactions.committed().size();

      // When
      database.run(
          "with changed as (update a set updated_at = clock_timestamp()) update b set updated_at ="
              + " clock_timestamp()");
      run.take(50);
      run.idle();

      // Then
      assertThat(transactions.committed().subList(before, transactions.committed().size()))
          .hasSize(2)
          .allSatisfy(
              records ->
                  assertThat(records.stream().map(SourceRecord::topic).distinct()).hasSize(1));
    }
  }

  @Test
  void shouldCommitNoPartWhenStopped() throws SQLException {
    // Given
    insert("a", 25);
    var run = increments("a").start();
    run.take(25);
    var before = transactions.committed().size();
    database.run("update a set updated_at = clock_timestamp()");
    run.take(10);
    try (var blocker = database.connect();
        var statement = blocker.createStatement()) {
      blocker.setAutoCommit(false);
      statement.execute("lock table a in access exclusive mode");
      var poll = CompletableFuture.runAsync(run::poll);
      await()
          .until(
              () ->
                  !database
                      .rows(
                          "select 1 from pg_stat_activity where wait_event_type = 'Lock' and"
                              + " datname = current_database()")
                      .isEmpty());

      // When
      run.close();
      poll.join();

      // Then
      assertThat(transactions.committed()).hasSize(before);
      assertThat(transactions.open()).hasSize(10);
    }
  }

  @Test
  void shouldDropReadingOfBulkThatWasCut() {
    // Given
    insert("a", 25);
    try (var run = run("bulk", "a").start()) {
      pollTimes(run, 1);
      assertThat(transactions.open()).hasSize(10);

      // When
      database.run("delete from a where id > 15");
      cutConnection();

      // Then
      awaitCommitted(run, 15);
    }
  }

  @Test
  void shouldCommitWhatWasReadWhenIncrementsAreCut() {
    // Given
    insert("a", 25);
    try (var run = increments("a").start()) {
      run.take(25);
      var before = transactions.committed().size();
      database.run("update a set updated_at = clock_timestamp()");
      run.take(10);
      assertThat(transactions.open()).hasSize(10);

      // When
      cutConnection();
      run.take(15);

      // Then
      run.idle();
      assertThat(transactions.committedSizes().subList(before, before + 2)).containsExactly(10, 15);
    }
  }
}
