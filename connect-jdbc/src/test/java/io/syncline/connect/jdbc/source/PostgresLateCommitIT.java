package io.syncline.connect.jdbc.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.SourceRun;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class PostgresLateCommitIT extends LateCommitContract {
  private static final String INSERT = "insert into events values (%d, clock_timestamp())";

  @Override
  TestDatabase createDatabase() {
    return Servers.postgres();
  }

  @Override
  Map<String, String> safe() {
    return Map.of();
  }

  /** Sessions of the driver show local timestamps in this JVM's zone. */
  @Override
  Map<String, String> selection() {
    return Map.of("db.timezone", ZoneId.systemDefault().getId());
  }

  /** On a quiet server: nothing that would tell that its number is given out ends meanwhile. */
  @Test
  void shouldWaitForNewestTransaction() throws SQLException {
    // Given
    var database = createDatabase();
    database.run("create table events (id integer primary key, updated_at timestamp not null)");
    var settings = new HashMap<>(selection());
    settings.putAll(Map.of("mode", "timestamp", "timestamp.column.name", "updated_at"));
    settings.put("timestamp.delay.interval.ms", "0");
    if (!selection().containsKey("query")) {
      settings.put("lookback.interval.ms", "0");
    }
    try (var run = SourceRun.of(database, settings, "events").start();
        var early = database.connect();
        var newest = database.connect()) {
      run.idle();
      early.setAutoCommit(false);
      newest.setAutoCommit(false);
      early.createStatement().execute(INSERT.formatted(1));
      newest.createStatement().execute(INSERT.formatted(2));
      early.createStatement().execute(INSERT.formatted(3));
      early.commit();
      var records = run.idle();

      // When
      newest.commit();
      records.addAll(run.take(3 - records.size()));

      // Then
      assertThat(records).extracting(SourceRecord::key).containsExactlyInAnyOrder(1, 2, 3);
      assertThat(run.idle()).isEmpty();
    }
  }
}
