package io.syncline.connect.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.syncline.connect.jdbc.fixture.AvroTopic;
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
  private static final TypeSamples POSTGRES_TYPES =
      new TypeSamples("things")
          .column("flag boolean", "true", "false")
          .column("i2 smallint", "-32768", "32767")
          .column("i4 integer", "-2147483648", "2147483647")
          .column("i8 bigint", "-9223372036854775808", "9223372036854775807")
          .column("money_ numeric(19,4)", "-999999999999999.9999", "0.0001", "0")
          .column("widest numeric(65,30)", "-" + nines(35, 30), nines(35, 30))
          .column("free numeric", "-" + nines(46, 18), nines(46, 18), "0.000000000000000001")
          .column("whole numeric(38)", "-" + "9".repeat(38), "9".repeat(38))
          .column("r real", "-3.4028235e38", "3.4028235e38", "1.4e-45", "0.1", "16777217")
          .column("d double precision", "-1.7976931348623157e308", "4.9e-324", "0.1", "1e22")
          .column("t text", "''", "repeat('𝄞ß\"\\', 100000)", "E'\\t\\n\\r\\u0001'", "'NULL'")
          .column("vc varchar(10)", "''", "'😀😀😀😀😀😀😀😀😀😀'", "' x '")
          .column(
              "by_ bytea",
              "''",
              "'\\x00'",
              "'\\x00ff27225c0a'",
              "decode(repeat('00ff',50000),'hex')")
          .column("da date", "'0001-01-01'", "'9999-12-31'", "'2024-02-29'", "'1582-10-10'")
          .column("ti time", "'00:00'", "'23:59:59.999999'", "'24:00'", "'00:00:00.000001'")
          .column("ti3 time(3)", "'00:00'", "'23:59:59.999'", "'24:00'")
          .column(
              "ts timestamp",
              "'0001-01-01'",
              "'9999-12-31 23:59:59.999999'",
              "'2024-02-29 12:00:00.000001'",
              "'1969-12-31 23:59:59.999999'",
              "'2024-03-31 02:30:00.5'")
          .column("ts3 timestamp(3)", "'0001-01-01'", "'9999-12-31 23:59:59.999'")
          .column(
              "tz timestamptz",
              "'0001-01-02 00:00:00.000001+14'",
              "'9999-12-31 11:59:59.999999-12'",
              "'2024-02-29 23:59:59.999999+14'",
              "'2024-02-29 23:59:59.999999-12'")
          .column("tz3 timestamptz(3)", "'0001-01-02+14'", "'9999-12-31 11:59:59.999-12'")
          .column(
              "u uuid",
              "'00000000-0000-0000-0000-000000000000'",
              "'ffffffff-ffff-ffff-ffff-ffffffffffff'")
          .column(
              "j json",
              "'{}'",
              "'[1.0, \"𝄞\\n\", null, {\"a\": {\"b\": [] }}]'",
              "'null'",
              "'\"\"'")
          .column(
              "jb jsonb",
              "'{}'",
              "'[1.0, \"𝄞\\n\", null, {\"a\": {\"b\": []}}]'",
              "'null'",
              "'\"\"'")
          .column("ia integer[]", "'{}'", "'{-2147483648,NULL,2147483647}'", "'{{1,2},{3,4}}'")
          .column("ta text[]", "'{}'", "array['', 'a b', 'NULL', null, '{\"x\\y,𝄞}']")
          .column("m mood", "'calm'", "'wild'")
          .column("b1 bit(1)", "B'1'", "B'0'")
          .column("b9 bit(9)", "B'111111111'", "B'000000001'")
          .column("vb bit varying", "B''", "B'101'")
          .column("iv interval", "'-178000000 years'", "'1 day -00:00:00.000001'")
          .column("ip inet", "'::1'", "'10.0.0.0/8'")
          .column("tt timetz", "'23:59:59.999999+14'", "'00:00-12'")
          .column("c char(3)", "'x'", "''")
          .column("x xml", "'<a>&amp;𝄞</a>'");

  private static final TypeSamples MARIADB_TYPES =
      new TypeSamples("things")
          .column("flag tinyint(1)", "1", "0")
          .column("i1 tinyint", "-128", "127")
          .column("u1 tinyint unsigned", "0", "255")
          .column("u2 smallint unsigned", "0", "65535")
          .column("u3 mediumint unsigned", "0", "16777215")
          .column("i3 mediumint", "-8388608", "8388607")
          .column("u4 int unsigned", "0", "4294967295")
          .column("u8 bigint unsigned", "0", "18446744073709551615")
          .column("de decimal(65,30)", "-" + nines(35, 30), nines(35, 30))
          .column("f float", "-3.4028234663852886e38", "3.4028234663852886e38", "0.1", "16777216")
          .column("d double", "-1.7976931348623157e308", "4.9e-324", "0.1")
          .column("y year", "1901", "2155", "0")
          .column("b1 bit(1)", "1", "0")
          .column("b64 bit(64)", "b'" + "1".repeat(64) + "'", "0")
          .column("da date", "'0001-01-01'", "'9999-12-31'", "'2024-02-29'")
          .column("ti time(6)", "'-838:59:59.999999'", "'838:59:59.999999'", "'00:00:00.000001'")
          .column("t0 time", "'-838:59:59'", "'24:00:00'", "'00:00:00'")
          .column("dt datetime(6)", "'0001-01-01'", "'9999-12-31 23:59:59.999999'")
          .column("d0 datetime", "'0001-01-01'", "'9999-12-31 23:59:59'")
          .column("ts timestamp(6)", "'1970-01-01 00:00:01.000001'", "'2038-01-19 03:14:07.999999'")
          .column("e enum('calm','wild','')", "'calm'", "''")
          .column("s set('a','b')", "''", "'a,b'")
          .column("j json", "'[1.0, \"𝄞\", {\"a\":  null}]'")
          .column(
              "u uuid",
              "'00000000-0000-0000-0000-000000000000'",
              "'ffffffff-ffff-ffff-ffff-ffffffffffff'")
          .column("tx longtext character set utf8mb4", "''", "repeat('𝄞\\\\''', 100000)", "' '")
          .column("bl longblob", "''", "x'00'", "x'00ff27225c0a'")
          .column("bi binary(3)", "x'000000'", "x'010000'");

  private static String nines(int before, int after) {
    return "9".repeat(before) + "." + "9".repeat(after);
  }

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
    POSTGRES_TYPES.createIn(first);
    POSTGRES_TYPES.insertInto(first);
    POSTGRES_TYPES.createIn(last);

    // When
    write(between, read(first, POSTGRES_TYPES.rows()));
    write(last, read(between, POSTGRES_TYPES.rows()));

    // Then
    assertThat(POSTGRES_TYPES.cells(last)).isEqualTo(POSTGRES_TYPES.cells(first));
  }

  @Test
  void shouldComeBackFromPostgresAsItLeftMariaDb() throws Exception {
    // Given
    var first = Servers.mariaDb();
    var between = postgres();
    var last = Servers.mariaDb();
    MARIADB_TYPES.createIn(first);
    MARIADB_TYPES.insertInto(first);
    MARIADB_TYPES.createIn(last);
    between.run("create table things (id bigint primary key, ti interval, t0 interval)");

    // When
    write(between, read(first, MARIADB_TYPES.rows()));
    write(last, read(between, MARIADB_TYPES.rows()));

    // Then
    assertThat(MARIADB_TYPES.cells(last)).isEqualTo(MARIADB_TYPES.cells(first));
  }

  @Test
  void shouldMakeColumnsThatHoldWhatTheyGet() throws Exception {
    // Given
    var first = postgres();
    var mariaDb = Servers.mariaDb();
    var second = postgres();
    POSTGRES_TYPES.createIn(first);
    POSTGRES_TYPES.insertInto(first);
    var records = read(first, POSTGRES_TYPES.rows());

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
        .contains("json_valid(`j`)", "json_valid(`jb`)");
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
    assertThat(different(POSTGRES_TYPES.cells(first), POSTGRES_TYPES.cells(second)))
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
