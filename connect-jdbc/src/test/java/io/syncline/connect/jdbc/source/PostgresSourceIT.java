package io.syncline.connect.jdbc.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.SourceRun;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class PostgresSourceIT extends SourceTaskContract {
  private static final Path NORTHWIND =
      Path.of("../../shared/data/northwind/northwind-postgresql.sql");

  @Override
  TestDatabase createDatabase() {
    return Servers.postgres();
  }

  @Test
  void shouldPageByTimestampWithZone() {
    // Given
    database.run(
        "create table visits (id uuid primary key, updated_at timestamptz not null)",
        "insert into visits select gen_random_uuid(), '2020-01-01 12:00:00.123456+05' from"
            + " generate_series(1, 25)");

    // When
    try (var run = SourceRun.increments(database, "visits").with("batch.max.rows", "10").start()) {
      var records = run.take(25);

      // Then
      assertThat(records).extracting(SourceRecord::key).doesNotHaveDuplicates();
      assertThat(records.get(24).sourceOffset())
          .extracting("timestamp")
          .isEqualTo("2020-01-01T07:00:00.123456");
      assertThat(run.idle()).isEmpty();
    }
  }

  @Test
  void shouldGoOnAfterLostConnectionWithoutGapOrRepeat() {
    // Given
    insertMany(25, NOON);
    try (var run =
        SourceRun.increments(database, "customers").with("batch.max.rows", "10").start()) {
      run.poll();

      // When
      database.run(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name ="
              + " 'syncline' and datname = current_database()");

      // Then
      assertThat(run.take(15)).first().extracting(SourceRecord::key).isEqualTo(11);
    }
  }

  @Test
  void shouldStopWhileTheDatabaseIsBusy() throws SQLException {
    // Given
    try (var blocker = database.connect();
        var lock = blocker.createStatement()) {
      blocker.setAutoCommit(false);
      var run = SourceRun.increments(database, "customers").start();
      run.poll();
      lock.execute("lock table customers in access exclusive mode");
      var poll = CompletableFuture.supplyAsync(run::idle);
      await()
          .until(
              () ->
                  !database
                      .rows(
                          "select 1 from pg_stat_activity where wait_event_type = 'Lock' and"
                              + " datname = current_database()")
                      .isEmpty());

      // When
      var stop = CompletableFuture.runAsync(run::close);

      // Then
      await().atMost(Duration.ofSeconds(1)).until(() -> stop.isDone() && poll.isDone());
      assertThat(poll.join()).isEmpty();
    }
  }

  @Test
  void shouldLeaveNoTransactionOpenBetweenPolls() {
    // Given
    insert(1, "Ada", NOON);

    // When
    try (var run = SourceRun.increments(database, "customers").start()) {
      run.take(1);

      // Then
      assertThat(
              database.rows(
                  "select state from pg_stat_activity where application_name = 'syncline'"
                      + " and datname = current_database()"))
          .containsExactly("idle");
    }
  }

  @Test
  void shouldReadNorthwind() throws Exception {
    // Given
    Assumptions.assumeTrue(Files.exists(NORTHWIND), "skipped: no " + NORTHWIND);
    database.run("drop table customers", Files.readString(NORTHWIND));

    // When
    try (var run =
        SourceRun.of(
                database,
                Map.of("mode", "bulk", "poll.interval.ms", "3600000"),
                "orders",
                "order_details",
                "categories")
            .start()) {
      var records = run.take(830 + 2155 + 8);

      // Then
      var order = find(records, "crm.test.orders", (short) 10248);
      assertThat(order.getString("customer_id")).isEqualTo("VINET");
      assertThat(order.get("order_date"))
          .isEqualTo(Date.from(Instant.parse("1996-07-04T00:00:00Z")));
      assertThat(order.getFloat32("freight")).isEqualTo(32.38f);
      var key =
          new Struct(
              records.stream()
                  .filter(it -> it.topic().endsWith("details"))
                  .findFirst()
                  .orElseThrow()
                  .keySchema());
      key.put("order_id", (short) 10248).put("product_id", (short) 11);
      assertThat(find(records, "crm.test.order_details", key).getFloat32("unit_price"))
          .isEqualTo(14f);
      assertThat(find(records, "crm.test.categories", (short) 1).get("picture"))
          .isInstanceOf(byte[].class);
    }
  }

  private static Struct find(Iterable<SourceRecord> records, String topic, Object key) {
    for (var record : records) {
      if (record.topic().equals(topic) && record.key().equals(key)) {
        return (Struct) record.value();
      }
    }
    throw new AssertionError("no record " + topic + "/" + key);
  }

  @Test
  void shouldSendThePageWhoseRestCannotBeCounted() {
    // Given
    insertMany(25, NOON);
    var role = "reader_" + database.url().replaceAll(".*/", "");
    database.run(
        "create role " + role + " login",
        "grant select on customers to " + role,
        """
        create function is_no_count() returns boolean volatile language plpgsql as $$
        begin
          if current_query() ilike 'select count(*)%' then
            raise exception 'nobody counts here';
          end if;
          return true;
        end $$""",
        "alter table customers enable row level security",
        "create policy no_count on customers using (is_no_count())");

    // When
    try (var run =
        SourceRun.increments(database, "customers")
            .with("connection.user", role)
            .with("batch.max.rows", "10")
            .start()) {
      var records = run.take(25);

      // Then
      assertThat(records).extracting(SourceRecord::key).doesNotHaveDuplicates();
    }
  }
}
