package io.syncline.connect.jdbc.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.SourceRun;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import io.syncline.connect.jdbc.fixture.TestDatabase.Kind;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;

class JdbcSourceTaskTest extends SourceTaskContract {
  private static final TestDatabase ABSENT =
      new TestDatabase(Kind.POSTGRES, "jdbc:postgresql://127.0.0.1:1/crm", "crm", "secret");

  @Override
  TestDatabase createDatabase() {
    return Servers.h2();
  }

  @Test
  void shouldFailWithReasonWhenDatabaseStaysAway() {
    // Given
    try (var run =
        SourceRun.of(ABSENT, Map.of("mode", "bulk", "connection.attempts", "2"), "orders")
            .start()) {

      // When
      assertThatThrownBy(() -> run.take(1))

          // Then
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("failed 2 times in a row")
          .hasMessageContaining("connection.url")
          .hasMessageNotContaining("secret");
    }
  }

  @Test
  void shouldWaitForDatabaseWithoutEndWhenAsked() {
    // Given
    try (var run =
        SourceRun.of(ABSENT, Map.of("mode", "bulk", "connection.attempts", "0"), "orders")
            .start()) {

      // When
      var records = run.idle();

      // Then
      assertThat(records).isEmpty();
    }
  }

  @Test
  void shouldReturnFromPollSoonAfterStop() {
    // Given
    insert(1, "Ada", NOON);
    var run = SourceRun.increments(database, "customers").with("poll.interval.ms", "3600000");
    run.start().take(1);
    var poll = CompletableFuture.supplyAsync(run::poll);

    // When
    run.close();

    // Then
    await().atMost(Duration.ofSeconds(1)).until(poll::isDone);
    assertThat(poll.join()).isEmpty();
  }
}
