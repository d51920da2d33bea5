package io.syncline.connect.jdbc.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.SourceRun;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MariaDbSourceIT extends SourceTaskContract {

  private final Map<String, String> settings = new HashMap<>(Map.of("mode", "bulk"));

  @Override
  TestDatabase createDatabase() {
    return Servers.mariaDb();
  }

  private Struct readOne(String columns, String values) {
    database.run(
        "create table T (id int unsigned primary key, " + columns + ")",
        "insert into T values (1, " + values + ")");
    try (var run = SourceRun.of(database, settings, "T").start()) {
      return (Struct) run.take(1).get(0).value();
    }
  }

  @Test
  void shouldCarryNumbersExactly() {
    // When
    var value =
        readOne(
            "flag tinyint(1), small tinyint, u8 tinyint unsigned, u16 smallint unsigned, u64 bigint"
                + " unsigned, n decimal(30,10), f float, d double, y year, b bit(1), bits bit(9)",
            "1, -3, 255, 65535, 18446744073709551615, 12345678901234567890.0123456789, 14.4, 0.1,"
                + " 2024, 1, 256");

    // Then
    assertThat(value.getInt64("id")).isEqualTo(1L);
    assertThat(value.getBoolean("flag")).isTrue();
    assertThat(value.getInt16("small")).isEqualTo((short) -3);
    assertThat(value.getInt16("u8")).isEqualTo((short) 255);
    assertThat(value.getInt32("u16")).isEqualTo(65535);
    assertThat(value.get("u64")).isEqualTo(new BigDecimal("18446744073709551615"));
    assertThat(value.get("n")).isEqualTo(new BigDecimal("12345678901234567890.0123456789"));
    assertThat(value.getFloat32("f")).isEqualTo(14.4f);
    assertThat(value.getFloat64("d")).isEqualTo(0.1);
    assertThat(value.getInt16("y")).isEqualTo((short) 2024);
    assertThat(value.getBoolean("b")).isTrue();
    assertThat(value.getBytes("bits")).isEqualTo(new byte[] {1, 0});
  }

  @Test
  void shouldCarryTimesWhateverTheWorkersZone() {
    // When
    var value =
        readOne(
            "d date, t time(3), local datetime(3), instant timestamp(3) null",
            "'2024-02-29', '23:59:59.999', '2024-03-31 02:30:00.5', '2024-03-31 00:30:00.5'");

    // Then
    assertThat(value.get("d")).isEqualTo(Date.from(Instant.parse("2024-02-29T00:00:00Z")));
    assertThat(value.get("t")).isEqualTo(Date.from(Instant.parse("1970-01-01T23:59:59.999Z")));
    assertThat(value.get("local")).isEqualTo(Date.from(Instant.parse("2024-03-31T02:30:00.500Z")));
    assertThat(value.get("instant"))
        .isEqualTo(Date.from(Instant.parse("2024-03-31T00:30:00.500Z")));
  }

  @Test
  void shouldCarryTextAndBytes() {
    // When
    var value =
        readOne(
            "u uuid, j json, m enum('calm', 'wild'), e text, y longblob",
            "'6f1c1d0e-0000-4000-8000-000000000001', '{\"a\": 1}', 'wild', 'Zoë ☃', x'00ff'");

    // Then
    assertThat(value.getString("u")).isEqualTo("6f1c1d0e-0000-4000-8000-000000000001");
    assertThat(value.getString("j")).isEqualTo("{\"a\": 1}");
    assertThat(value.getString("m")).isEqualTo("wild");
    assertThat(value.getString("e")).isEqualTo("Zoë ☃");
    assertThat(value.getBytes("y")).isEqualTo(new byte[] {0, (byte) 0xff});
  }

  @Test
  void shouldRefuseTimeThatIsNoTimeOfDay() {
    assertThatThrownBy(() -> readOne("t time", "'-01:00:00'"))
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("Column t of table")
        .hasMessageContaining("temporal.precision=micros")
        .hasMessageContaining("column.blacklist=T.t");
  }

  @Test
  void shouldCarryTimeThatIsNoTimeOfDayInMicros() {
    // Given
    settings.put("temporal.precision", "micros");

    // When
    var value = readOne("t time, late time(6)", "'-01:00:00', '838:59:59.999999'");

    // Then
    assertThat(value.getInt64("t")).isEqualTo(-3_600_000_000L);
    assertThat(value.getInt64("late")).isEqualTo(3_020_399_999_999L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"date", "datetime(6)", "timestamp"})
  void shouldNotTakeZeroDateForNull(String type) {
    // Given
    database.run("set global sql_mode = ''");

    // When / Then
    try {
      assertThatThrownBy(() -> readOne("zero " + type + " null", "'0000-00-00'"))
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("Column zero of table")
          .hasMessageContaining("zero date");
    } finally {
      database.run("set global sql_mode = default");
    }
  }

  @Test
  void shouldReadFloatWithAllItsDigits() {
    // When
    var value = readOne("f float", "3.4028234663852886e38");

    // Then
    assertThat(value.getFloat32("f")).isEqualTo(Float.MAX_VALUE);
  }

  @Test
  void shouldPageByUuid() {
    // Given
    database.run(
        "create table Visit (id uuid primary key, updated_at datetime(6) not null)",
        "insert into Visit select uuid(), '2020-01-01 12:00:00.123456' from seq_1_to_25");

    // When
    try (var run = SourceRun.increments(database, "Visit").with("batch.max.rows", "10").start()) {

      // Then
      assertThat(run.take(25)).extracting(SourceRecord::key).doesNotHaveDuplicates();
    }
  }

  @Test
  void shouldReadLocalTimesInTheDatabasesZone() {
    // Given
    database.run(
        "create table Visit (Id int primary key, updated_at datetime not null)",
        "insert into Visit values (1, '2020-07-01 12:00:00'), (2, '2020-07-01 12:00:00')");

    // When
    try (var run =
        SourceRun.increments(database, "Visit")
            .with("db.timezone", "Europe/Vienna")
            .with("batch.max.rows", "1")
            .start()) {

      // Then
      assertThat(run.take(2))
          .extracting(SourceRecord::timestamp)
          .containsOnly(Instant.parse("2020-07-01T10:00:00Z").toEpochMilli());
    }
  }

  @Test
  void shouldGoOnAfterLostConnectionWithoutGapOrRepeat() {
    // Given
    insertMany(25, NOON);
    try (var run =
        SourceRun.increments(database, "customers").with("batch.max.rows", "10").start()) {
      run.take(10);
      var id =
          database.rows(
              "select id from information_schema.processlist where db = '%s' and command = 'Sleep'"
                  .formatted(database.schema()));

      // When
      database.run("kill " + id.get(0));

      // Then
      assertThat(run.take(15)).first().extracting(SourceRecord::key).isEqualTo(11);
    }
  }

  @Test
  void shouldReadLargeTableInPages() {
    // Given
    database.run(
        "insert into customers (id, name, updated_at) select seq, 'Ada', '2020-01-01' from"
            + " seq_1_to_5000");

    // When
    try (var run =
        SourceRun.of(
                database,
                Map.of("mode", "bulk", "batch.max.rows", "500", "poll.interval.ms", "3600000"),
                "customers")
            .start()) {
      var firstPage = run.poll();

      // Then
      assertThat(firstPage).hasSize(500);
      assertThat(run.take(4500)).extracting(SourceRecord::key).doesNotHaveDuplicates();
    }
  }
}
