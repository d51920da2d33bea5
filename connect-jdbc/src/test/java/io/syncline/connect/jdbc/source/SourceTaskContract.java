package io.syncline.connect.jdbc.source;

import static java.util.stream.Collectors.joining;
import static java.util.stream.IntStream.rangeClosed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncline.connect.jdbc.fixture.SourceRun;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the source does on every database. */
abstract class SourceTaskContract {
  static final String NOON = "'2020-01-01 12:00:00.123456'";
  static final String ONE = "'2020-01-01 13:00:00.000001'";

  TestDatabase database;

  abstract TestDatabase createDatabase();

  @BeforeEach
  void createTable() {
    database = createDatabase();
    database.run(
        "create table customers (id integer primary key, name varchar(40),"
            + " updated_at timestamp(6) not null, deleted boolean)");
  }

  void insert(int id, String name, String at) {
    database.run(
        "insert into customers (id, name, updated_at) values (%d, '%s', %s)"
            .formatted(id, name, at));
  }

  void insertMany(int count, String at) {
    database.run(
        "insert into customers (id, name, updated_at) values "
            + rangeClosed(1, count)
                .mapToObj(id -> "(%d, 'Ada', %s)".formatted(id, at))
                .collect(joining(", ")));
  }

  @Test
  void shouldReadEveryRowOfOneTimestampOnce() {
    // Given
    insertMany(25, NOON);

    // When
    try (var run = SourceRun.increments(database, "customers").with("batch.max.rows", "10")) {
      var records = run.start().take(25);

      // Then
      assertThat(records)
          .extracting(SourceRecord::key)
          .containsExactlyElementsOf(rangeClosed(1, 25).boxed().toList());
      assertThat(run.idle()).isEmpty();
    }
  }

  @Test
  void shouldTellHowFarItIs() {
    // Given
    insertMany(25, NOON);
    var table = database.schema() + ".customers";

    // When
    try (var run = SourceRun.increments(database, "customers").with("batch.max.rows", "10")) {
      run.start();
      assertThat(run.metrics().value("rows-behind", table)).isEqualTo(-1);
      run.take(10);

      // Then
      assertThat(run.metrics().value("rows-behind", table)).isEqualTo(15);
      assertThat(run.metrics().value("rows-per-second", table)).isPositive();
      assertThat(run.metrics().value("seconds-to-end", table)).isPositive();
      assertThat(run.metrics().value("rows-read-total", table)).isEqualTo(10);
      run.take(15);
      assertThat(run.metrics().value("rows-behind", table)).isZero();
      assertThat(run.metrics().value("seconds-to-end", table)).isZero();
      assertThat(run.metrics().value("rows-read-total", table)).isEqualTo(25);
      assertThat(run.metrics().value("seconds-since-last-poll", table)).isBetween(0L, 5L);
      assertThat(run.metrics().value("stopped", table)).isZero();
    }
  }

  @Test
  void shouldGoOnBehindStoredOffset() {
    // Given
    insertMany(25, NOON);
    try (var run = SourceRun.increments(database, "customers").with("batch.max.rows", "10")) {
      run.start().take(10);
      assertThat(run.offsets()).hasSize(1);

      // When
      run.restart();

      // Then
      assertThat(run.take(15)).first().extracting(SourceRecord::key).isEqualTo(11);
    }
  }

  @Test
  void shouldSendChangesStampedWithTheirTime() {
    // Given
    insert(1, "Ada", NOON);
    try (var run = SourceRun.increments(database, "customers").start()) {
      run.take(1);

      // When
      database.run("update customers set name = 'Ada L.', updated_at = " + ONE + " where id = 1");
      insert(2, "Bob", ONE);

      // Then
      var records = run.take(2);
      assertThat(records)
          .extracting(record -> ((Struct) record.value()).getString("name"))
          .containsExactly("Ada L.", "Bob");
      assertThat(records)
          .extracting(SourceRecord::timestamp)
          .containsOnly(Instant.parse("2020-01-01T13:00:00Z").toEpochMilli());
    }
  }

  @Test
  void shouldSendTombstoneForSoftDeletedRow() {
    // Given
    insert(1, "Ada", NOON);
    try (var run =
        SourceRun.increments(database, "customers").with("soft.delete.column.name", "deleted")) {
      run.start().take(1);

      // When
      database.run("update customers set deleted = true, updated_at = " + ONE);

      // Then
      assertThat(run.take(1))
          .singleElement()
          .satisfies(
              record -> {
                assertThat(record.key()).isEqualTo(1);
                assertThat(record.value()).isNull();
                assertThat(record.valueSchema()).isNull();
                assertThat(record.timestamp())
                    .isEqualTo(Instant.parse("2020-01-01T13:00:00Z").toEpochMilli());
              });
    }
  }

  @Test
  void shouldNotReadWhatIsYoungerThanTheDelay() {
    // Given
    insert(1, "Ada", "current_timestamp");
    insert(2, "Bob", NOON);

    // When
    try (var run =
        SourceRun.increments(database, "customers")
            .with("transaction.horizon", "clock")
            .with("timestamp.delay.interval.ms", "90000000")) {

      // Then
      assertThat(run.start().idle()).extracting(SourceRecord::key).containsExactly(2);
    }
  }

  @Test
  void shouldReadWholeTableAtEveryPollOfBulk() {
    // Given
    insertMany(25, NOON);
    var before = Instant.now().toEpochMilli();

    // When
    try (var run =
        SourceRun.of(database, Map.of("mode", "bulk", "batch.max.rows", "10"), "customers")) {
      var first = run.start().take(25);
      var second = run.take(25);

      // Then
      assertThat(second).extracting(SourceRecord::key).hasSize(25).doesNotHaveDuplicates();
      assertThat(first).extracting(SourceRecord::sourceOffset).containsOnlyNulls();
      assertThat(first)
          .extracting(SourceRecord::timestamp)
          .hasSize(25)
          .containsOnly(first.get(0).timestamp());
      assertThat(first.get(0).timestamp()).isBetween(before - 5, Instant.now().toEpochMilli());
      assertThat(second.get(0).timestamp()).isGreaterThan(first.get(0).timestamp());
    }
  }

  @Test
  void shouldReadTablesInTurns() {
    // Given
    insertMany(25, NOON);
    database.run(
        "create table orders (id integer primary key, updated_at timestamp(6) not null)",
        "insert into orders values (1, " + NOON + ")");

    // When
    try (var run =
        SourceRun.increments(database, "customers", "orders").with("batch.max.rows", "10")) {
      var records = run.start().take(26);

      // Then
      assertThat(records).element(10).extracting(SourceRecord::topic).isEqualTo("crm.test.orders");
    }
  }

  @Test
  void shouldOrderRowsOfOneTimestampByCompositeKey() {
    // Given
    database.run(
        "create table order_lines (order_id integer, line varchar(10),"
            + " updated_at timestamp(6) not null, primary key (order_id, line))",
        "insert into order_lines values (2, 'a', %1$s), (1, 'b', %1$s), (1, 'a', %1$s)"
            .formatted(NOON));

    // When
    try (var run =
        SourceRun.increments(database, "order_lines").with("batch.max.rows", "1").start()) {
      var records = run.take(3);

      // Then
      assertThat(records)
          .extracting(
              record ->
                  ((Struct) record.key()).get("order_id")
                      + "/"
                      + ((Struct) record.key()).get("line"))
          .containsExactly("1/a", "1/b", "2/a");
      assertThat(records.get(0).keySchema().name()).isEqualTo("crm.test.order_lines.Key");
      assertThat(records.get(0).valueSchema().name()).isEqualTo("crm.test.order_lines.Value");
    }
  }

  @Test
  void shouldRefuseTableWithoutPrimaryKey() {
    // Given
    database.run("create table notes (text varchar(10))");

    // When
    try (var run = SourceRun.of(database, Map.of("mode", "bulk"), "notes").start()) {

      // Then
      assertThatThrownBy(run::poll)
          .isInstanceOf(ConfigException.class)
          .hasMessageContaining("notes")
          .hasMessageContaining("ADD PRIMARY KEY");
    }
  }

  @Test
  void shouldRefuseTimestampThatMayBeNull() {
    // Given
    database.run("create table notes (id integer primary key, updated_at timestamp(6) null)");

    // When
    try (var run = SourceRun.increments(database, "notes").start()) {

      // Then
      assertThatThrownBy(run::poll)
          .isInstanceOf(ConfigException.class)
          .hasMessageContaining("may be NULL")
          .hasMessageContaining("validate.non.null");
    }
  }

  @Test
  void shouldLeaveOutColumns() {
    // Given
    insert(1, "Ada", NOON);

    // When
    try (var run =
        SourceRun.increments(database, "customers").with("column.blacklist", "customers.name")) {

      // Then
      var value = (Struct) run.start().take(1).get(0).value();
      assertThat(value.schema().fields())
          .extracting(field -> field.name())
          .containsExactly("id", "updated_at", "deleted");
    }
  }
}
