package io.syncline.connect.jdbc.source;

import static io.syncline.connect.jdbc.fixture.SentKeys.keys;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import org.junit.jupiter.api.Test;

class PostgresCompareIT extends CompareContract {

  @Override
  TestDatabase createDatabase() {
    return Servers.postgres();
  }

  @Override
  void widenKey() {
    database.run("alter table customers alter column id type bigint");
  }

  @Test
  void shouldRepeatNothingAfterLostConnection() {
    // Given
    tables.insertMany(1, 25);
    try (var run = tables.run("customers").start()) {
      var unstored = run.pollUncommitted();

      // When
      database.run(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'syncline'"
              + " and datname = current_database()");

      // Then
      assertThat(keys(unstored)).last().isEqualTo(10);
      assertThat(keys(run.take(15))).first().isEqualTo(11);
      assertThat(run.idle()).isEmpty();
    }
  }

  @Test
  void shouldLeaveNoTransactionOpenBetweenPolls() {
    // Given
    tables.insertMany(1, 5);

    // When
    try (var run = tables.run("customers").start()) {
      run.take(5);
      run.idle();

      // Then
      assertThat(
              database.rows(
                  "select state from pg_stat_activity where application_name = 'syncline'"
                      + " and datname = current_database()"))
          .containsExactly("idle");
    }
  }

  @Test
  void shouldCompareByBytes() {
    // When
    var keys = sendAndDelete("bytea", "('\\x00ff'), ('\\xff'), ('\\x00')", "'\\xff'");

    // Then
    assertThat(keys).hasSize(4).last().isEqualTo(new byte[] {-1});
  }

  /** A database that orders otherwise than before, as after an upgrade of its collations. */
  @Test
  void shouldNotDependOnTheOrderOfKeys() {
    // Given
    database.run(
        "create table words (word text collate \"C\" primary key, n integer)",
        "insert into words select chr(65 + i) || i from generate_series(0, 25) i",
        "insert into words select chr(97 + i) || i from generate_series(0, 25) i");
    try (var run = tables.run("words").start()) {
      run.take(52);

      // When
      database.run("alter table words alter column word type text collate \"und-x-icu\"");
      run.restart();

      // Then
      assertThat(run.idle()).isEmpty();
    }
  }
}
