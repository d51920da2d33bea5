package io.syncline.connect.jdbc.sink;

import static io.syncline.connect.jdbc.fixture.Orders.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.syncline.connect.jdbc.fixture.FrozenServer;
import io.syncline.connect.jdbc.fixture.SinkRun;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a sink does when the database is there and does not answer. */
@Timeout(60)
abstract class StuckSinkContract {
  private static final String ALL = "select id, version, customer from orders";

  TestDatabase database;

  abstract TestDatabase createDatabase();

  @BeforeEach
  void createTable() {
    database = createDatabase();
    database.run(
        "create table orders (id varchar(9) primary key, version bigint, customer varchar(9))",
        "insert into orders values ('o1', 1, 'Ada')");
  }

  private SinkRun impatient() {
    return SinkRun.upserts(database)
        .with("version.field", "version")
        .with("fields.whitelist", "version,customer")
        .with("query.timeout.ms", "300")
        .start();
  }

  private Connection locked() throws SQLException {
    var connection = database.connect();
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("update orders set customer = 'locked'");
    }
    return connection;
  }

  @Test
  void shouldTryAgainUntilTheLockGoes() throws SQLException {
    // Given
    try (var run = impatient();
        var other = locked()) {
      var put = CompletableFuture.runAsync(() -> run.put(anOrder("o1").version(2).record()));

      // When
      await().until(() -> run.retries() > 1);
      other.rollback();
      put.join();

      // Then
      assertThat(database.rows(ALL)).containsExactly("o1|2|Ada");
      assertThat(run.deadLetters()).isEmpty();
    }
  }

  @Test
  void shouldFailWithReasonWhenTheLockStays() throws SQLException {
    // Given
    try (var run = impatient().with("max.retries", "2").start();
        var other = locked()) {

      // When
      assertThatThrownBy(() -> run.put(anOrder("o1").version(2).record()))

          // Then
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("failed 3 times in a row")
          .hasMessageContaining("query.timeout.ms");
      assertThat(run.deadLetters()).isEmpty();
    }
  }

  @Test
  void shouldTryAgainUntilServerThaws() {
    // Given
    try (var run = impatient()) {
      run.put(anOrder("o1").version(2).record());
      CompletableFuture<Void> put;
      try (var frozen = FrozenServer.of(database)) {

        // When
        put =
            CompletableFuture.runAsync(
                () -> run.put(anOrder("o1").version(3).customer("Bob").record()));
        await().until(() -> run.retries() > 0);
      }
      put.join();

      // Then
      assertThat(database.rows(ALL)).containsExactly("o1|3|Bob");
    }
  }
}
