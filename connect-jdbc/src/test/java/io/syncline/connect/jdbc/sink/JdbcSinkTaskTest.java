package io.syncline.connect.jdbc.sink;

import static io.syncline.connect.jdbc.fixture.Orders.anOrder;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.SinkRun;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import io.syncline.connect.jdbc.fixture.TestDatabase.Kind;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;

class JdbcSinkTaskTest extends SinkTaskContract {
  private static final TestDatabase ABSENT =
      new TestDatabase(Kind.POSTGRES, "jdbc:postgresql://127.0.0.1:1/shop", "shop", "secret");

  @Override
  TestDatabase createDatabase() {
    return Servers.h2();
  }

  @Test
  void shouldFailWithReasonWhenDatabaseStaysAway() {
    // Given
    try (var run = SinkRun.upserts(ABSENT).with("connection.attempts", "3").start()) {

      // When
      assertThatThrownBy(() -> run.put(anOrder("o1").record()))

          // Then
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("failed 3 times in a row")
          .hasMessageNotContaining("secret");
    }
  }
}
