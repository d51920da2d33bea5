package io.syncline.connect.jdbc.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.SourceRun;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL's notifications do for a source whose poll interval is an hour. */
class WakeUpIT {
  private static final String LISTENING =
      "select pid from pg_stat_activity where query like 'LISTEN%' and datname = current_database()";

  private final TestDatabase database = Servers.postgres();

  @BeforeEach
  void createTables() {
    database.run(
        """
        create function tell() returns trigger language plpgsql as $$
        begin
          perform pg_notify('Changes', TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME);
          return null;
        end $$""",
        "create table a (id integer primary key, updated_at timestamptz not null default"
            + " clock_timestamp())",
        "create table b (like a including all)",
        "create trigger tell after insert or update or delete on a for each statement execute"
            + " function tell()",
        "create trigger tell after insert or update or delete on b for each statement execute"
            + " function tell()");
  }

  private SourceRun increments() {
    return listening(SourceRun.increments(database, "a", "b"));
  }

  /** Starts the task, and waits until it has polled as it does when it begins to listen. */
  private SourceRun listening(SourceRun run) {
    run.with("notify.channel", "Changes").with("poll.interval.ms", "3600000").start();
    await().until(() -> quiet(run).isEmpty() && !database.rows(LISTENING).isEmpty());
    assertThat(quiet(run)).isEmpty();
    return run;
  }

  /** What a few polls bring, each of which waits for 200 ms. */
  private static List<SourceRecord> quiet(SourceRun run) {
    var records = new ArrayList<SourceRecord>();
    for (var poll = 0; poll < 4; poll++) {
      records.addAll(run.poll());
    }
    return records;
  }

  private static List<Object> keysWithinSeconds(SourceRun run, int count) {
    var keys = new ArrayList<>();
    await()
        .atMost(Duration.ofSeconds(2))
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(
            () -> {
              run.poll().stream().map(SourceRecord::key).forEach(keys::add);
              return keys.size() >= count;
            });
    return keys;
  }

  @Test
  void shouldReadChangeAtOnce() {
    // Given
    try (var run = increments()) {

      // When
      database.run("insert into a values (1)");

      // Then
      assertThat(keysWithinSeconds(run, 1)).containsExactly(1);
    }
  }

  @Test
  void shouldEndTheWaitInPoll() {
    // Given
    try (var run = increments()) {
      var polls = CompletableFuture.supplyAsync(() -> run.take(1));

      // When
      var began = System.nanoTime();
      database.run("insert into a values (1)");

      // Then
      assertThat(polls.join()).extracting(SourceRecord::key).containsExactly(1);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(150));
    }
  }

  @Test
  void shouldReadOnlyTheTableThatIsNamed() {
    // Given
    try (var run = increments()) {
      database.run("alter table b disable trigger tell", "insert into b values (7)");

      // When
      database.run("insert into a values (1)");

      // Then
      assertThat(keysWithinSeconds(run, 1)).containsExactly(1);
      assertThat(quiet(run)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "b", "public.b"})
  void shouldUnderstandPayload(String payload) {
    // Given
    try (var run = increments()) {
      database.run("alter table b disable trigger tell", "insert into b values (7)");

      // When
      database.run("select pg_notify('Changes', '" + payload + "')");

      // Then
      assertThat(keysWithinSeconds(run, 1)).containsExactly(7);
    }
  }

  @Test
  void shouldLeaveStrangersAlone() {
    // Given
    try (var run = increments()) {
      database.run("alter table b disable trigger tell", "insert into b values (7)");

      // When
      database.run("notify \"Changes\", 'c'", "notify changes, 'b'");

      // Then
      assertThat(quiet(run)).isEmpty();
    }
  }

  @Test
  void shouldFollowSoonWhenOtherTransactionHoldsChangeUp() throws SQLException {
    // Given
    try (var run = increments();
        var other = database.connect()) {
      begin(other, "create table elsewhere (id integer)");
      database.run("insert into a values (1)");
      assertThat(quiet(run)).isEmpty();

      // When
      other.commit();

      // Then
      assertThat(keysWithinSeconds(run, 1)).containsExactly(1);
    }
  }

  @Test
  void shouldFollowWhereHorizonIsTheClock() {
    // Given
    var delayed =
        SourceRun.increments(database, "a")
            .with("transaction.horizon", "clock")
            .with("timestamp.delay.interval.ms", "500");
    try (var run = listening(delayed)) {

      // When
      database.run("insert into a values (1)");

      // Then
      assertThat(keysWithinSeconds(run, 1)).containsExactly(1);
    }
  }

  @Test
  void shouldReadOnceMoreWhatChangedWhileItWasRead() {
    // Given
    database.run("insert into a select generate_series(1, 15)");
    var bulk = SourceRun.of(database, Map.of("mode", "bulk", "batch.max.rows", "10"), "a");
    try (var run = listening(bulk)) {
      database.run("notify \"Changes\"");
      assertThat(keysWithinSeconds(run, 10)).hasSize(10);

      // When
      database.run("insert into a values (16)");
      // Else the notification may come when the reading is over.
      await().pollDelay(Duration.ofMillis(300)).until(() -> true);

      // Then
      assertThat(keysWithinSeconds(run, 5 + 16)).hasSize(5 + 16).contains(16);
      assertThat(quiet(run)).isEmpty();
    }
  }

  @Test
  void shouldGoOnPollingAndListenAgainAfterListenerIsLost() {
    // Given
    try (var run = increments()) {
      database.run("alter table a disable trigger tell", "insert into a values (1)");

      // When
      var lost = database.rows(LISTENING);
      database.run("select pg_terminate_backend(" + lost.get(0) + ")");

      // Then
      assertThat(keysWithinSeconds(run, 1)).as("read once after reconnect").containsExactly(1);
      await().until(() -> !database.rows(LISTENING).isEmpty());
      database.run("insert into b values (2)");
      assertThat(keysWithinSeconds(run, 1)).containsExactly(2);
    }
  }

  @Test
  void shouldNeverFailForTheListener() {
    // Given
    database.run("create role poller login", "grant select on a to poller");
    database.run("insert into a values (1)");
    try (var run =
        SourceRun.increments(database, "a")
            .with("connection.user", "poller")
            .with("connection.attempts", "2")
            .with("notify.channel", "Changes")
            .start()) {
      run.take(1);

      // When
      database.run("alter role poller connection limit 1");
      database.run("select pg_terminate_backend(" + database.rows(LISTENING).get(0) + ")");

      // Then
      await().pollDelay(Duration.ofMillis(500)).until(() -> database.rows(LISTENING).isEmpty());
      database.run("insert into a values (2)");
      assertThat(keysWithinSeconds(run, 1)).containsExactly(2);
    }
  }

  @Test
  void shouldStopSoonAndListenNoMore() {
    // Given
    var run = increments();
    var poll = CompletableFuture.supplyAsync(run::poll);

    // When
    var stop = CompletableFuture.runAsync(run::close);

    // Then
    await().atMost(Duration.ofSeconds(1)).until(() -> stop.isDone() && poll.isDone());
    await().atMost(Duration.ofSeconds(2)).until(() -> database.rows(LISTENING).isEmpty());
  }

  private static void begin(Connection connection, String sql) throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
