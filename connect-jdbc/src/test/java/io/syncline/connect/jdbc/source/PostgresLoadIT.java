package io.syncline.connect.jdbc.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.connect.jdbc.fixture.ConnectorRun;
import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PostgresLoadIT extends LoadContract {

  @Override
  TestDatabase createDatabase() {
    return Servers.postgres();
  }

  @Test
  void shouldNotReadAgainWhatWasLoaded() {
    // Given
    createTable("id integer", "id", "#");
    var settings = settings("timestamp");
    settings.put("lookback.interval.ms", "" + Duration.ofDays(36_500).toMillis());

    // When
    try (var run = new ConnectorRun(database, settings, 2).start()) {
      for (var i = 0; i < 3; i++) {
        untilQuiet(run);
        database.run("create table transaction_" + i + " (id integer)");
      }
      untilQuiet(run);

      // Then
      assertThat(run.topic()).hasSize(ROWS);
    }
  }

  /** A broker refuses records of the future. */
  @Test
  void shouldSendRowsOfTheFuture() {
    // Given
    createTable("id integer", "id", "#");
    database.run("update orders set updated_at = '2999-12-31 00:00:00' where id = 7");

    // When
    try (var run = new ConnectorRun(database, settings("timestamp"), 2).start()) {
      untilQuiet(run);
      database.run(
          "update orders set version = 2, updated_at = '2999-12-31 00:00:01' where id = 8");
      untilQuiet(run);

      // Then
      assertThat(run.topic())
          .hasSize(ROWS + 1)
          .allSatisfy(
              record -> assertThat(record.timestamp()).isBetween(0L, System.currentTimeMillis()));
    }
  }
}
