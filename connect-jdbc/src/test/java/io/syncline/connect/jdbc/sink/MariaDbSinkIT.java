package io.syncline.connect.jdbc.sink;

import static io.syncline.connect.jdbc.fixture.Orders.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.SinkRun;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class MariaDbSinkIT extends SinkTaskContract {
  private static final String WAITING =
      "select 1 from information_schema.innodb_trx where trx_state = 'LOCK WAIT'";

  @Override
  TestDatabase createDatabase() {
    return Servers.mariaDb();
  }

  @Test
  void shouldLeaveRowAndItsTriggersAloneWhenReplayed() {
    // Given
    try (var run = upserts().start()) {
      var record = anOrder("o1").record();
      run.put(record);
      database.run(
          "create table audit (at timestamp)",
          "create trigger watch before update on orders for each row insert into audit values"
              + " (now())",
          "create trigger watch2 before insert on orders for each row insert into audit values"
              + " (now())");

      // When
      run.put(record);

      // Then
      assertThat(database.rows("select * from audit")).isEmpty();
    }
  }

  @Test
  void shouldLeaveTimesAndTriggersAloneWhenWholeTopicIsReplayed() {
    // Given
    try (var run = upserts().with("batch.size", "150").start()) {
      run.put(topic());
      database.run(
          "alter table orders add column touched_at timestamp(6) null on update"
              + " current_timestamp(6)",
          "create table audit (what varchar(99))",
          "create trigger w1 before update on orders for each row insert into audit values"
              + " ('update')",
          "create trigger w2 before insert on orders for each row insert into audit values"
              + " ('insert')",
          "create trigger w3 before delete on order_lines for each row insert into audit values"
              + " ('line')",
          "create trigger w4 before insert on order_lines for each row insert into audit values"
              + " ('line')");

      // When
      run.put(topic());

      // Then
      assertThat(database.rows("select * from audit")).isEmpty();
      assertThat(database.rows("select id from orders where touched_at is not null")).isEmpty();
    }
  }

  @Test
  void shouldNotOverwriteAnotherRowOfTheSameUniqueValue() {
    // Given
    database.run(
        "create table orders (id varchar(10) primary key, version bigint, customer varchar(20)"
            + " unique)");

    // When
    try (var run = SinkRun.upserts(database).with("fields.whitelist", "version,customer").start()) {
      run.put(anOrder("o1").version(1).customer("private").record());
      run.put(anOrder("o2").version(2).customer("private").record());

      // Then
      assertThat(database.rows("select id, version from orders")).containsExactly("o1|1");
      assertThat(run.reasons())
          .singleElement()
          .asString()
          .contains("customer")
          .doesNotContain("private");
    }
  }

  @Test
  void shouldRefuseInsteadOfTruncateOnLenientServer() {
    // Given
    database.run(
        "set global sql_mode = ''",
        "create table orders (id varchar(9) primary key, customer char(2))");

    // When
    try (var run = SinkRun.upserts(database).with("fields.whitelist", "customer").start()) {
      run.put(anOrder("o1").record());

      // Then
      assertThat(run.deadLetters()).hasSize(1);
      assertThat(database.rows("select id from orders")).isEmpty();
    } finally {
      database.run("set global sql_mode = default");
    }
  }

  @Test
  void shouldTellKeysApartThatDifferInCase() {
    // When
    try (var run = upserts().start()) {
      run.put(anOrder("o1").record(), anOrder("O1").customer("Zoë ☃").record());

      // Then
      assertThat(database.rows("select id, customer from orders order by id"))
          .containsExactly("O1|Zoë ☃", "o1|Ada");
    }
  }

  @Test
  void shouldWaitOutLockTimeout() throws SQLException {
    // Given
    try (var run = upserts().start();
        var other = database.connect();
        var statement = other.createStatement()) {
      run.put(anOrder("o1").version(1).record());
      run.close();
      database.run("set global innodb_lock_wait_timeout = 1");
      run.start();
      other.setAutoCommit(false);
      statement.execute("update orders set customer = 'locked'");

      // When
      var put = CompletableFuture.runAsync(() -> run.put(anOrder("o1").version(2).record()));
      await().until(() -> run.retries() > 0);
      other.rollback();
      put.join();

      // Then
      assertThat(database.rows(ALL)).containsExactly("o1|2|Ada|12.3400");
      assertThat(run.deadLetters()).isEmpty();
    } finally {
      database.run("set global innodb_lock_wait_timeout = 50");
    }
  }

  @Test
  void shouldNotInsertTwiceWhatWasCommittedBeforeTheFault() throws SQLException {
    // Given
    database.run(
        "create table orders (customer varchar(10))", "create table gate (id int primary key)");
    database.run(
        "create trigger pass before insert on orders for each row if new.customer = 'second' then"
            + " insert into gate values (1); delete from gate; end if");
    try (var run = inserts();
        var other = database.connect();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("insert into gate values (1)");

      // When
      var put =
          CompletableFuture.runAsync(
              () ->
                  run.put(
                      List.of(
                          anOrder("o1").customer("first").record(),
                          anOrder("o2").customer("second").record())));
      await().until(() -> run.retries() > 0);
      other.rollback();
      put.join();

      // Then
      assertThat(database.rows("select customer from orders"))
          .containsExactlyInAnyOrder("first", "second");
    } finally {
      database.run("set global innodb_lock_wait_timeout = 50");
    }
  }

  /** One transaction for each record, with little patience for locks. */
  private SinkRun inserts() {
    database.run("set global innodb_lock_wait_timeout = 1");
    return SinkRun.upserts(database)
        .with("insert.mode", "insert")
        .with("pk.mode", "none")
        .without("pk.fields")
        .with("delete.enabled", "false")
        .with("fields.whitelist", "customer")
        .with("batch.size", "1")
        .start();
  }

  @Test
  void shouldWriteBesidePostgresInOneWorker() {
    // Given
    var warehouse = Servers.postgres();
    try (var shop = upserts().start();
        var store = SinkRun.upserts(warehouse).with("auto.create", "true").start()) {

      // When
      for (var i = 0; i < 5; i++) {
        var record = anOrder("o" + i).record();
        shop.put(record);
        store.put(record);
      }

      // Then
      assertThat(warehouse.rows(ALL)).hasSize(5).isEqualTo(database.rows(ALL));
    }
  }

  @Test
  void shouldWriteBatchInFewRoundTrips() {
    // Given
    try (var run = upserts().start()) {
      run.put(orders(600, 700, 1, "Bob"));
      var questions = status("Questions");
      var rollbacks = status("Com_rollback");

      // When
      run.put(orders(0, 1_000, 2, "Ada"));

      // Then
      assertThat(status("Questions") - questions).isLessThan(60);
      assertThat(status("Com_rollback") - rollbacks).isZero();
    }
  }

  private long status(String name) {
    var row = database.rows("show global status where variable_name = '" + name + "'").get(0);
    return Long.parseLong(row.replaceAll("\\D+", ""));
  }

  /** Case does not count in the server's own collation. */
  @Test
  void shouldWriteKeysThatOnlyTheDatabaseFindsEqual() {
    // Given
    database.run(
        "create table orders (id varchar(9) collate utf8mb4_general_ci primary key,"
            + " version bigint, customer varchar(9))");

    // When
    try (var run = upserts().with("fields.whitelist", "version,customer").start()) {
      run.put(anOrder("o1").version(1).customer("first").record());
      run.put(
          anOrder("o1").version(3).customer("new").line("1", "3").record(),
          anOrder("o2").version(1).customer("other").record(),
          anOrder("O1").version(2).customer("old").line("2", "2").record());

      // Then
      assertThat(run.reasons()).isEmpty();
      assertThat(database.rows("select id, version, customer from orders order by id"))
          .containsExactly("o1|3|new", "o2|1|other");
      assertThat(database.rows("select line, amount from order_lines")).containsExactly("1|3.0000");
    }
  }

  @Test
  void shouldLockRowsThatItFoundUntilTheyAreWritten() throws SQLException {
    // Given
    try (var run = upserts().start();
        var other = database.connect();
        var statement = other.createStatement()) {
      run.put(anOrder("o1").version(1).record());
      other.setAutoCommit(false);
      statement.execute("update orders set version = 7, customer = 'by hand'");

      // When
      var put =
          CompletableFuture.runAsync(
              () -> run.put(anOrder("o1").version(2).line("1", "2").record()));
      await().until(() -> !database.rows(WAITING).isEmpty());
      other.commit();
      put.join();

      // Then
      assertThat(database.rows(ALL)).containsExactly("o1|7|by hand|12.3400");
      assertThat(database.rows(LINES)).isEmpty();
    }
  }
}
