package io.syncline.connect.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.syncline.connect.jdbc.fixture.AvroTopic;
import io.syncline.connect.jdbc.fixture.EveryType;
import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.SinkRun;
import io.syncline.connect.jdbc.fixture.SourceRun;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import io.syncline.connect.jdbc.fixture.TypeSamples;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

/** Every type with its extreme values, out of one database, through another, and back. */
class RoundTripIT {
  private final AvroTopic topic = new AvroTopic("round-trip");

  private static TestDatabase postgres() {
    var database = Servers.postgres();
    database.run("create type mood as enum ('calm', 'wild')");
    return database;
  }

  private List<SinkRecord> read(TestDatabase database, int rows) {
    var once = Map.of("mode", "bulk", "poll.interval.ms", "3600000");
    try (var run = SourceRun.of(database, once, "things").with("temporal.precision", "micros")) {
      return topic.through(run.start().take(rows));
    }
  }

  private static void write(TestDatabase database, List<SinkRecord> records) {
    try (var run =
        SinkRun.upserts(database)
            .with("topics.to.tables.mapping", "crm.test.things:things")
            .with("auto.create", "true")
            .with("auto.evolve", "true")
            .start()) {
      run.put(records);
      assertThat(run.reasons()).isEmpty();
    }
  }

  @Test
  void shouldComeBackFromMariaDbAsItLeftPostgres() throws Exception {
    // Given
    var first = postgres();
    var between = Servers.mariaDb();
    var last = postgres();
    EveryType.OF_POSTGRES.createIn(first);
    EveryType.OF_POSTGRES.insertInto(first);
    EveryType.OF_POSTGRES.createIn(last);

    // When
    write(between, read(first, EveryType.OF_POSTGRES.rows()));
    write(last, read(between, EveryType.OF_POSTGRES.rows()));

    // Then
    assertThat(EveryType.OF_POSTGRES.cells(last)).isEqualTo(EveryType.OF_POSTGRES.cells(first));
  }

  @Test
  void shouldComeBackFromPostgresAsItLeftMariaDb() throws Exception {
    // Given
    var first = Servers.mariaDb();
    var between = postgres();
    var last = Servers.mariaDb();
    EveryType.OF_MARIADB.createIn(first);
    EveryType.OF_MARIADB.insertInto(first);
    EveryType.OF_MARIADB.createIn(last);
    between.run("create table things (id bigint primary key, ti interval, t0 interval)");

    // When
    write(between, read(first, EveryType.OF_MARIADB.rows()));
    write(last, read(between, EveryType.OF_MARIADB.rows()));

    // Then
    assertThat(EveryType.OF_MARIADB.cells(last)).isEqualTo(EveryType.OF_MARIADB.cells(first));
  }

  @Test
  void shouldMakeColumnsThatHoldWhatTheyGet() throws Exception {
    // Given
    var first = postgres();
    var mariaDb = Servers.mariaDb();
    var second = postgres();
    EveryType.OF_POSTGRES.createIn(first);
    EveryType.OF_POSTGRES.insertInto(first);
    var records = read(first, EveryType.OF_POSTGRES.rows());

    // When
    write(mariaDb, records);
    write(second, records);

    // Then
    assertThat(types(mariaDb, "column_type"))
        .contains(
            "ti|time(6)",
            "ti3|time(3)",
            "ts|datetime(6)",
            "ts3|datetime(3)",
            "tz|datetime(6)",
            "u|char(36)",
            "widest|decimal(65,30)",
            "da|date",
            "by_|longblob");
    assertThat(mariaDb.rows("select check_clause from information_schema.check_constraints"))
        .contains("json_valid(`j`)", "json_valid(`jb`)", "json_valid(`i4a`)", "json_valid(`ta`)");
    assertThat(types(second, "data_type"))
        .contains(
            "ti|time without time zone",
            "ts|timestamp without time zone",
            "tz|timestamp with time zone",
            "u|uuid",
            "j|jsonb",
            "jb|jsonb",
            "money_|numeric",
            "by_|bytea");
    assertThat(types(second, "udt_name"))
        .contains(
            "i2a|_int2",
            "i4a|_int4",
            "i8a|_int8",
            "na|_numeric",
            "ra|_float4",
            "fa|_float8",
            "ba|_bool",
            "ta|_text",
            "ua|_uuid",
            "bya|_bytea",
            "daa|_date",
            "tia|_time",
            "tsa|_timestamp",
            "tza|_timestamptz",
            "jba|_jsonb");
    assertThat(different(EveryType.OF_POSTGRES.cells(first), EveryType.OF_POSTGRES.cells(second)))
        .containsExactlyInAnyOrderElementsOf(NOT_MADE_THE_SAME);
  }

  /** These become jsonb, boolean, and a point in time. */
  private static final Set<String> NOT_MADE_THE_SAME =
      Set.of("j json", "b1 bit(1)", "ts3 timestamp(3)");

  private static <V> List<String> different(Map<String, V> one, Map<String, V> other) {
    return one.keySet().stream()
        .filter(column -> !one.get(column).equals(other.get(column)))
        .toList();
  }

  private static List<String> types(TestDatabase database, String type) {
    return database.rows(
        "select column_name, %s from information_schema.columns where table_name = 'things' and table_schema = '%s'"
            .formatted(type, database.schema()));
  }

  @Test
  void shouldCarryNotANumberWhereItExists() throws Exception {
    // Given
    var floats =
        new TypeSamples("things")
            .column("r real", "'NaN'", "'Infinity'", "'-Infinity'")
            .column("d double precision", "'NaN'", "'Infinity'", "'-Infinity'");
    var first = postgres();
    var second = postgres();
    floats.createIn(first);
    floats.insertInto(first);

    // When
    write(second, read(first, floats.rows()));

    // Then
    assertThat(floats.cells(second)).isEqualTo(floats.cells(first));
  }

  @Test
  void shouldCarryYearsOfOtherErasInArrays() throws Exception {
    // Given
    var eras =
        new TypeSamples("things")
            .column("da date[]", "'{0044-03-15 BC,10000-01-01,0001-12-31 BC}'")
            .column("ts timestamp[]", "'{0044-03-15 12:00:00.5 BC,10000-01-01 00:00:01}'")
            .column("tz timestamptz[]", "'{0044-03-15 12:00:00+00 BC,10000-01-01 00:00:01+00}'");
    var first = postgres();
    var second = postgres();
    eras.createIn(first);
    eras.insertInto(first);
    eras.createIn(second);

    // When
    write(second, read(first, eras.rows()));

    // Then
    assertThat(eras.cells(second)).isEqualTo(eras.cells(first));
  }

  @Test
  void shouldRejectWhatMariaDbCannotHold() {
    // Given
    var samples =
        new TypeSamples("things")
            .column("d double precision", "'NaN'", "1")
            .column("da date", "'2024-01-01'", "'0001-12-31 BC'", "'10000-01-01'")
            .column("ts timestamp", "'2024-01-01'", "null", "null", "'0001-12-31 BC'");
    var first = postgres();
    var second = Servers.mariaDb();
    samples.createIn(first);
    samples.insertInto(first);

    // When
    try (var run =
        SinkRun.upserts(second)
            .with("topics.to.tables.mapping", "crm.test.things:things")
            .with("auto.create", "true")
            .start()) {
      run.put(read(first, samples.rows()));

      // Then
      assertThat(run.deadLetters()).extracting(SinkRecord::key).containsExactly(0, 1, 2, 3);
      assertThat(run.reasons())
          .element(0, STRING)
          .contains("NaN and infinity are no numbers to this database");
      assertThat(run.reasons()).element(1, STRING).contains("years go from 1 to 9999");
      assertThat(second.rows("select id from things")).containsExactly("4");
    }
  }
}
