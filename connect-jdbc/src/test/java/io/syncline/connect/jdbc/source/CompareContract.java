package io.syncline.connect.jdbc.source;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.IntStream.rangeClosed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncline.connect.jdbc.fixture.SourceRun;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What mode compare does on every database. */
abstract class CompareContract {
  TestDatabase database;

  abstract TestDatabase createDatabase();

  @BeforeEach
  void createTable() {
    database = createDatabase();
    database.run(
        "create table customers (id integer primary key, name varchar(40), deleted boolean)");
  }

  SourceRun run(String... tables) {
    return SourceRun.of(
        database,
        Map.of("mode", "compare", "batch.max.rows", "10", "poll.interval.ms", "1"),
        tables);
  }

  void insertMany(int from, int to) {
    database.run(
        "insert into customers (id, name) values "
            + rangeClosed(from, to).mapToObj(id -> "(" + id + ", 'Ada')").collect(joining(", ")));
  }

  static List<Object> keys(List<SourceRecord> records) {
    return records.stream().map(SourceRecord::key).collect(toCollection(ArrayList::new));
  }

  static List<Object> deletedKeys(List<SourceRecord> records) {
    return keys(records.stream().filter(record -> record.value() == null).toList());
  }

  @Test
  void shouldSendTableOnce() {
    // Given
    insertMany(1, 25);
    var before = Instant.now().toEpochMilli();

    // When
    try (var run = run("customers").start()) {
      var records = run.take(25);

      // Then
      assertThat(keys(records)).containsExactlyElementsOf(rangeClosed(1, 25).boxed().toList());
      assertThat(records)
          .extracting(SourceRecord::timestamp)
          .allSatisfy(at -> assertThat(at).isBetween(before - 5, Instant.now().toEpochMilli()));
      assertThat(run.idle()).isEmpty();
    }
  }

  @Test
  void shouldSendEveryChangeOnce() {
    // Given
    insertMany(1, 25);
    try (var run = run("customers").start()) {
      var first = run.take(25);

      // When
      database.run(
          "insert into customers (id, name) values (26, 'Bob')",
          "update customers set name = 'Ada L.' where id = 7",
          "update customers set name = null where id = 8",
          "delete from customers where id = 9");

      // Then
      var records = run.take(4);
      assertThat(keys(records)).containsExactlyInAnyOrder(26, 7, 8, 9);
      assertThat(records)
          .filteredOn(record -> record.value() != null)
          .extracting(record -> ((Struct) record.value()).getString("name"))
          .containsExactlyInAnyOrder("Bob", "Ada L.", null);
      var tombstone = records.get(3);
      assertThat(tombstone.key()).isEqualTo(9);
      assertThat(tombstone.value()).isNull();
      assertThat(tombstone.valueSchema()).isNull();
      assertThat(tombstone.keySchema()).isEqualTo(first.get(0).keySchema());
      assertThat(tombstone.topic()).isEqualTo("crm.test.customers");
      assertThat(tombstone.timestamp()).isGreaterThan(first.get(24).timestamp());
      assertThat(run.idle()).isEmpty();
    }
  }

  @Test
  void shouldFindWhatHappenedWhileItWasDown() {
    // Given
    insertMany(1, 600);
    try (var run = run("customers").with("batch.max.rows", "100").start()) {
      run.take(600);
      run.close();

      // When
      database.run(
          "insert into customers (id, name) values (601, 'Bob')",
          "update customers set name = 'Ada L.' where id = 300",
          "delete from customers where id in (1, 256, 257, 600)");
      run.restart();

      // Then
      var records = run.take(6);
      assertThat(keys(records)).containsExactlyInAnyOrder(601, 300, 1, 256, 257, 600);
      assertThat(deletedKeys(records)).containsExactlyInAnyOrder(1, 256, 257, 600);
      assertThat(run.idle()).isEmpty();
      run.restart();
      assertThat(run.idle()).isEmpty();
    }
  }

  @Test
  void shouldGoOnWithWhatWasNotCommitted() {
    // Given
    insertMany(1, 25);
    try (var run = run("customers").start()) {
      run.poll();
      var half = run.pollUncommitted().subList(0, 5);
      run.commit(half);

      // When
      run.restart();

      // Then
      assertThat(keys(run.take(10))).first().isEqualTo(16);
      assertThat(run.idle()).isEmpty();
    }
  }

  @Test
  void shouldSendChangedKeyAsDeleteAndInsert() {
    // Given
    insertMany(1, 25);
    try (var run = run("customers").start()) {
      run.take(25);

      // When
      database.run("update customers set id = 100 where id = 3");

      // Then
      var records = run.take(2);
      assertThat(keys(records)).containsExactlyInAnyOrder(100, 3);
      assertThat(deletedKeys(records)).containsExactly(3);
    }
  }

  @Test
  void shouldSendTombstonesForEmptiedTableInOnePass() {
    // Given
    insertMany(1, 300);
    try (var run = run("customers").with("poll.interval.ms", "3600000").start()) {
      run.take(300);

      // When
      database.run("delete from customers");
      run.restart();

      // Then
      assertThat(deletedKeys(run.take(300))).hasSize(300).doesNotHaveDuplicates();
      insertMany(1, 3);
      run.restart();
      assertThat(keys(run.take(3))).containsExactly(1, 2, 3);
    }
  }

  @Test
  void shouldTakeMarkedRowForDeleted() {
    // Given
    insertMany(1, 3);
    try (var run = run("customers").with("soft.delete.column.name", "deleted").start()) {
      run.take(3);

      // When
      database.run(
          "update customers set deleted = true where id = 2",
          "insert into customers (id, name, deleted) values (4, 'Bob', true)");

      // Then
      assertThat(deletedKeys(run.take(1))).containsExactly(2);
      assertThat(run.idle()).isEmpty();
    }
  }

  @Test
  void shouldCompareRowsOfCompositeKey() {
    // Given
    database.run(
        "create table order_lines (order_id numeric(12,2), line varchar(10), amount integer,"
            + " primary key (order_id, line))",
        "insert into order_lines values (1, 'a', 1), (1, 'b', 1), (1.5, 'a', 1), (2, 'a', 1)");
    try (var run = run("order_lines").with("batch.max.rows", "1").start()) {
      run.take(4);

      // When
      database.run("delete from order_lines where order_id = 1.5");

      // Then
      var key = (Struct) run.take(1).get(0).key();
      assertThat(key.get("order_id")).isEqualTo(new BigDecimal("1.50"));
      assertThat(key.get("line")).isEqualTo("a");
    }
  }

  @Test
  void shouldSendNothingForColumnAddedWithoutValues() {
    // Given
    insertMany(1, 25);
    try (var run = run("customers").start()) {
      run.take(25);
      database.run("alter table customers add column city varchar(10)");

      // When
      run.restart();

      // Then
      assertThat(run.idle()).isEmpty();
      database.run("update customers set city = 'Wien' where id = 5");
      assertThat(((Struct) run.take(1).get(0).value()).getString("city")).isEqualTo("Wien");
    }
  }

  @Test
  void shouldKnowKeysOfWidenedColumn() {
    // Given
    insertMany(1, 25);
    try (var run = run("customers").start()) {
      run.take(25);
      widenKey();
      database.run("delete from customers where id = 5");

      // When
      run.restart();

      // Then
      assertThat(deletedKeys(run.take(1))).containsExactly(5L);
    }
  }

  /** From integer to bigint. */
  abstract void widenKey();

  @Test
  void shouldRefuseToNameDeletedRowsOfAnotherKey() {
    // Given
    insertMany(1, 25);
    try (var run = run("customers").start()) {
      run.take(25);
      database.run(
          "drop table customers",
          "create table customers (id varchar(10) primary key, name varchar(40))");

      // When
      run.restart();

      // Then
      assertThatThrownBy(run::idle)
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("primary key is not of the type it had");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shouldKeepTopicEqualToTableThroughKills(long seed) {
    try (var story = new CompareStory(database, seed)) {
      // When
      story.tell(100);
      story.comeToRest();

      // Then
      assertThat(story.changes()).isGreaterThan(300);
      assertThat(story.kills()).isGreaterThan(50);
      assertThat(story.topic().rows()).containsExactlyInAnyOrderElementsOf(story.table());
      assertThat(story.topic().repeatedKeys()).isEmpty();
      assertThat(story.topic().written()).isGreaterThan(100);
    }
  }

  /** Sends a table, deletes one of its rows, and returns the keys of both. */
  List<Object> sendAndDelete(String type, String values, String deleted) {
    database.run(
        "create table things (id " + type + " primary key, n integer)",
        "insert into things (id) values " + values);
    var count = values.split("\\),").length;
    try (var run = run("things").with("batch.max.rows", "2").start()) {
      var sent = keys(run.take(count));
      assertThat(run.idle()).isEmpty();
      database.run("delete from things where id = " + deleted);
      run.restart();
      sent.addAll(keys(run.take(1)));
      return sent;
    }
  }

  @Test
  void shouldCompareByText() {
    // When
    var keys = sendAndDelete("varchar(20)", "('b'), ('a'), ('Z'), ('ö'), (''), ('a b')", "'ö'");

    // Then
    assertThat(keys).hasSize(7).contains("b", "a", "Z", "", "a b").last().isEqualTo("ö");
  }

  @Test
  void shouldCompareByNumber() {
    // When
    var keys = sendAndDelete("numeric(30,2)", "(1), (-2.5), (12345678901234567890), (100)", "100");

    // Then
    assertThat(keys).hasSize(5).last().isEqualTo(new BigDecimal("100.00"));
  }

  @Test
  void shouldCompareByUuid() {
    // When
    var keys =
        sendAndDelete(
            "uuid",
            "('ffffffff-0000-4000-8000-000000000001'), ('00000000-0000-4000-8000-000000000002'),"
                + " ('6f1c1d0e-0000-4000-8000-000000000003')",
            "'6f1c1d0e-0000-4000-8000-000000000003'");

    // Then
    assertThat(keys).hasSize(4).last().isEqualTo("6f1c1d0e-0000-4000-8000-000000000003");
  }
}
