package io.syncline.connect.jdbc.source;

import static io.syncline.connect.jdbc.fixture.SentKeys.deletedKeys;
import static io.syncline.connect.jdbc.fixture.SentKeys.keys;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import org.junit.jupiter.api.Test;

class MariaDbCompareIT extends CompareContract {

  @Override
  TestDatabase createDatabase() {
    return Servers.mariaDb();
  }

  @Override
  void widenKey() {
    database.run("alter table customers modify column id bigint");
  }

  @Test
  void shouldTellKeysApartThatTheCollationDoesNot() {
    // Given
    database.run(
        "create table words (word varchar(20) collate utf8mb4_general_ci primary key, n integer)",
        "insert into words (word) values ('b'), ('A'), ('C'), ('Ä1'), ('c1 '), ('B2')");
    try (var run = tables.run("words").with("batch.max.rows", "2").start()) {
      assertThat(keys(run.take(6))).contains("A");

      // When
      database.run("update words set word = 'a' where word = 'A'");

      // Then
      var records = run.take(2);
      assertThat(keys(records)).containsExactly("a", "A");
      assertThat(deletedKeys(records)).containsExactly("A");
      assertThat(run.idle()).isEmpty();
    }
  }

  @Test
  void shouldNotDependOnTheOrderOfKeys() {
    // Given
    database.run(
        "create table words (word varchar(20) collate utf8mb4_general_ci primary key, n integer)",
        "insert into words (word) values ('b'), ('A'), ('c'), ('Z'), ('x'), ('B2')");
    try (var run = tables.run("words").with("batch.max.rows", "2").start()) {
      run.take(6);

      // When
      database.run("alter table words convert to character set utf8mb4 collate utf8mb4_bin");
      run.restart();

      // Then
      assertThat(run.idle()).isEmpty();
    }
  }

  @Test
  void shouldCompareByBytes() {
    // When
    var keys = sendAndDelete("binary(2)", "(x'00ff'), (x'ff00'), (x'0000')", "x'ff00'");

    // Then
    assertThat(keys).hasSize(4).last().isEqualTo(new byte[] {-1, 0});
  }
}
