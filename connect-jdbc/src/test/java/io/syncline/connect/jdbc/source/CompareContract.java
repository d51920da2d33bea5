package io.syncline.connect.jdbc.source;

import static io.syncline.connect.jdbc.fixture.SentKeys.deletedKeys;
import static io.syncline.connect.jdbc.fixture.SentKeys.keys;
import static java.util.stream.IntStream.rangeClosed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What mode compare does on every database. */
abstract class CompareContract extends CompareKeysContract {
  @Test
  void shouldSendTableOnce() {
    // Given
    tables.insertMany(1, 25);
    var before = Instant.now().toEpochMilli();

    // When
    try (var run = tables.run("customers").start()) {
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
    tables.insertMany(1, 25);
    try (var run = tables.run("customers").start()) {
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
    tables.insertMany(1, 600);
    try (var run = tables.run("customers").with("batch.max.rows", "100").start()) {
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
    tables.insertMany(1, 25);
    try (var run = tables.run("customers").start()) {
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
  void shouldSendTombstonesForEmptiedTableInOnePass() {
    // Given
    tables.insertMany(1, 300);
    try (var run = tables.run("customers").with("poll.interval.ms", "3600000").start()) {
      run.take(300);

      // When
      database.run("delete from customers");
      run.restart();

      // Then
      assertThat(deletedKeys(run.take(300))).hasSize(300).doesNotHaveDuplicates();
      tables.insertMany(1, 3);
      run.restart();
      assertThat(keys(run.take(3))).containsExactly(1, 2, 3);
    }
  }

  @Test
  void shouldTakeMarkedRowForDeleted() {
    // Given
    tables.insertMany(1, 3);
    try (var run = tables.run("customers").with("soft.delete.column.name", "deleted").start()) {
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
  void shouldSendNothingForColumnAddedWithoutValues() {
    // Given
    tables.insertMany(1, 25);
    try (var run = tables.run("customers").start()) {
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
}
