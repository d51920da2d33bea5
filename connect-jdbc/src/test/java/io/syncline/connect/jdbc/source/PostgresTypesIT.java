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
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the values of PostgreSQL's types are carried. */
class PostgresTypesIT {
  private final TestDatabase database = Servers.postgres();
  private final Map<String, String> settings = new HashMap<>(Map.of("mode", "bulk"));

  private Struct readOne(String columns, String values) {
    database.run(
        "create type mood as enum ('calm', 'wild')",
        "create domain price as numeric(5,1)",
        "create table t (id smallint primary key, " + columns + ")",
        "insert into t values (1, " + values + ")");
    try (var run = SourceRun.of(database, settings, "t").start()) {
      return (Struct) run.take(1).get(0).value();
    }
  }

  @Test
  void shouldCarryNumbersExactly() {
    // When
    var value =
        readOne(
            "i bigint, n numeric(38,10), free numeric, r real, d double precision, p price, b bool,"
                + " bit1 bit(1), bits bit(3)",
            "9223372036854775807, 1234567890123456789012345678.0123456789, 0.1, 14.4, 0.1, 12.5,"
                + " true, B'1', B'101'");

    // Then
    assertThat(value.getInt16("id")).isEqualTo((short) 1);
    assertThat(value.getInt64("i")).isEqualTo(Long.MAX_VALUE);
    assertThat(value.get("n")).isEqualTo(new BigDecimal("1234567890123456789012345678.0123456789"));
    assertThat(value.get("free")).isEqualTo(new BigDecimal("0.1").setScale(18));
    assertThat(value.getFloat32("r")).isEqualTo(14.4f);
    assertThat(value.getFloat64("d")).isEqualTo(0.1);
    assertThat(value.get("p")).isEqualTo(new BigDecimal("12.5"));
    assertThat(value.getBoolean("b")).isTrue();
    assertThat(value.getBoolean("bit1")).isTrue();
    assertThat(value.getString("bits")).isEqualTo("101");
    var schema = value.schema().field("n").schema();
    assertThat(schema.name()).isEqualTo(Decimal.LOGICAL_NAME);
    assertThat(schema.parameters())
        .containsEntry("scale", "10")
        .containsEntry("connect.decimal.precision", "38");
  }

  @Test
  void shouldCarryArraysOfTheirElementsType() {
    // When
    var value =
        readOne(
            "i integer[], n numeric(9,2)[] not null, m mood[], t timestamptz[], board integer[][]",
            "'{1,NULL,-2}', '{0.50}', '{wild}', '{2024-03-31 02:30:00.5+02}', null");

    // Then
    assertThat(value.schema().field("i").schema())
        .isEqualTo(SchemaBuilder.array(Schema.OPTIONAL_INT32_SCHEMA).optional().build());
    assertThat(value.schema().field("n").schema().isOptional()).isFalse();
    assertThat(value.schema().field("n").schema().valueSchema().parameters())
        .containsEntry("scale", "2")
        .containsEntry("connect.decimal.precision", "9");
    assertThat(value.getArray("i")).containsExactly(1, null, -2);
    assertThat(value.getArray("n")).containsExactly(new BigDecimal("0.50"));
    assertThat(value.getArray("m")).containsExactly("wild");
    assertThat(value.getArray("t"))
        .containsExactly(Date.from(Instant.parse("2024-03-31T00:30:00.500Z")));
  }

  @Test
  void shouldNameArraysOfSeveralDimensionsAndTheRemedies() {
    assertThatThrownBy(() -> readOne("board integer[]", "'{{1,2},{3,4}}'"))
        .hasMessageContaining("Column board of table public.t")
        .hasMessageContaining("array.mapping=text")
        .hasMessageContaining("column.blacklist=t.board")
        .hasMessageNotContaining("{{");
  }

  @Test
  void shouldCarryArraysAsTextWhereWanted() {
    // Given
    settings.put("array.mapping", "text");

    // When
    var value = readOne("board integer[]", "'{{1,2},{3,4}}'");

    // Then
    assertThat(value.getString("board")).isEqualTo("{{1,2},{3,4}}");
  }

  @Test
  void shouldCarryTimesWhateverTheWorkersZone() {
    // When
    var value =
        readOne(
            "d date, t time, local timestamp, instant timestamptz",
            "'2024-02-29', '23:59:59.999', '2024-03-31 02:30:00.5', '2024-03-31 02:30:00.5+02'");

    // Then
    assertThat(value.get("d")).isEqualTo(Date.from(Instant.parse("2024-02-29T00:00:00Z")));
    assertThat(value.get("t")).isEqualTo(Date.from(Instant.parse("1970-01-01T23:59:59.999Z")));
    assertThat(value.get("local")).isEqualTo(Date.from(Instant.parse("2024-03-31T02:30:00.500Z")));
    assertThat(value.get("instant"))
        .isEqualTo(Date.from(Instant.parse("2024-03-31T00:30:00.500Z")));
  }

  @Test
  void shouldCarryMicrosecondsUnderNamesThatOthersKnow() {
    // Given
    settings.put("temporal.precision", "micros");

    // When
    var value =
        readOne(
            "t time, local timestamp, instant timestamptz, short timestamp(3)",
            "'24:00', '2024-03-31 02:30:00.123456', '2024-03-31 02:30:00.123456+02', '2024-03-31"
                + " 02:30:00.123'");

    // Then
    assertThat(value.schema().field("t").schema().name()).isEqualTo("io.debezium.time.MicroTime");
    assertThat(value.getInt64("t")).isEqualTo(86_400_000_000L);
    assertThat(value.schema().field("local").schema().name())
        .isEqualTo("io.debezium.time.MicroTimestamp");
    assertThat(value.getInt64("local")).isEqualTo(1_711_852_200_123_456L);
    assertThat(value.schema().field("instant").schema().name())
        .isEqualTo("io.debezium.time.ZonedTimestamp");
    assertThat(value.getString("instant")).isEqualTo("2024-03-31T00:30:00.123456Z");
    assertThat(value.get("short")).isEqualTo(Date.from(Instant.parse("2024-03-31T02:30:00.123Z")));
  }

  @Test
  void shouldKeepLocalTimeThatItsZoneLeavesOut() {
    // Given
    settings.put("temporal.precision", "micros");
    settings.put("db.timezone", "Europe/Vienna");

    // When
    var value = readOne("local timestamp", "'2024-03-31 02:30:00.123456'");

    // Then
    assertThat(value.getInt64("local")).isEqualTo(1_711_852_200_123_456L);
  }

  @Test
  void shouldCutToMillisecondsByDefault() {
    // When
    var value =
        readOne(
            "t time, instant timestamptz, before timestamp",
            "'24:00', '2024-03-31 02:30:00.123999+02', '1969-12-31 23:59:59.999999'");

    // Then
    assertThat(value.get("t")).isEqualTo(new Date(86_400_000));
    assertThat(value.get("instant"))
        .isEqualTo(Date.from(Instant.parse("2024-03-31T00:30:00.123Z")));
    assertThat(value.get("before")).isEqualTo(new Date(-1));
  }

  @ParameterizedTest
  @CsvSource({
    "date, infinity, millis",
    "timestamp, -infinity, millis",
    "timestamptz, infinity, millis",
    "timestamp, infinity, micros",
    "timestamptz, -infinity, micros",
    "numeric, NaN, millis",
    "'numeric(5,2)', NaN, millis",
    "numeric, 0.0000000000000000001, millis"
  })
  void shouldNameColumnOfWhatCannotBeCarried(String type, String value, String precision) {
    // Given
    settings.put("temporal.precision", precision);

    // When / Then
    assertThatThrownBy(() -> readOne("odd " + type, "'" + value + "'"))
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("Column odd of table public.t cannot be carried")
        .hasMessageContaining("column.blacklist=t.odd");
  }

  @Test
  void shouldCarryTextAndBytes() {
    // When
    var value =
        readOne(
            "u uuid, j jsonb, m mood, e text, y bytea, c char(3), none text",
            "'6f1c1d0e-0000-4000-8000-000000000001', '{\"a\": 1}', 'wild', 'Zoë ☃',"
                + " '\\x00ff', 'x', null");

    // Then
    assertThat(value.schema().field("u").schema().name()).isEqualTo("io.debezium.data.Uuid");
    assertThat(value.schema().field("j").schema().name()).isEqualTo("io.debezium.data.Json");
    assertThat(value.getString("u")).isEqualTo("6f1c1d0e-0000-4000-8000-000000000001");
    assertThat(value.getString("j")).isEqualTo("{\"a\": 1}");
    assertThat(value.getString("m")).isEqualTo("wild");
    assertThat(value.getString("e")).isEqualTo("Zoë ☃");
    assertThat(value.getBytes("y")).isEqualTo(new byte[] {0, (byte) 0xff});
    assertThat(value.getString("none")).isNull();
    assertThat(value.schema().field("none").schema()).isEqualTo(Schema.OPTIONAL_STRING_SCHEMA);
  }
}
