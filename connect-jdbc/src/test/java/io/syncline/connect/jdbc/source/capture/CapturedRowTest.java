package io.syncline.connect.jdbc.source.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CapturedRowTest {

  private static final String TOPIC = "crm.north.customers";
  private static final long COMMITTED = Instant.parse("2026-01-31T10:00:05.250Z").toEpochMilli();
  private static final Instant CHANGED = Instant.parse("2026-01-31T10:00:00.123456Z");

  private static final Schema ZONED =
      SchemaBuilder.string().name("io.debezium.time.ZonedTimestamp").version(1).optional().build();

  private static final Schema KEY =
      SchemaBuilder.struct().field("id", SchemaBuilder.int64().defaultValue(0L).build()).build();

  private static final Schema ROW = row().build();

  private static SchemaBuilder row() {
    return SchemaBuilder.struct()
        .name("crm.north.public.customers.Value")
        .optional()
        .field("id", SchemaBuilder.int64().defaultValue(0L).build())
        .field("city", Schema.OPTIONAL_STRING_SCHEMA)
        .field("vip", SchemaBuilder.bool().optional().defaultValue(true).build())
        .field("credit", Decimal.builder(2).optional().build())
        .field("updated_at", ZONED)
        .field("deleted_at", ZONED);
  }

  @Test
  void shouldBeTheRowAsOurSourceSendsIt() {
    // Given
    var ada = ada().put("credit", new BigDecimal("12.50"));

    // When
    var record = captured(event(ada));

    // Then
    assertThat(record.key()).isEqualTo(4711L);
    assertThat(record.keySchema()).isEqualTo(Schema.INT64_SCHEMA);
    assertThat(record.timestamp()).isEqualTo(CHANGED.toEpochMilli());
    assertThat(record.valueSchema())
        .isEqualTo(
            SchemaBuilder.struct()
                .name("crm.north.customers.Value")
                .field("id", Schema.INT64_SCHEMA)
                .field("city", Schema.OPTIONAL_STRING_SCHEMA)
                .field("vip", Schema.OPTIONAL_BOOLEAN_SCHEMA)
                .field("credit", Decimal.builder(2).optional().build())
                .field("updated_at", Timestamp.builder().optional().build())
                .field("deleted_at", Timestamp.builder().optional().build())
                .build());
    assertThat(((Struct) record.value()).get("updated_at")).isEqualTo(Date.from(CHANGED));
    assertThat(((Struct) record.value()).get("credit")).isEqualTo(new BigDecimal("12.50"));
  }

  @Test
  void shouldKeepNullWhereTheColumnHasADefault() {
    assertThat(((Struct) captured(event(ada())).value()).get("vip")).isNull();
  }

  @Test
  void shouldBeATombstoneAtTheCommitWhenTheRowIsDeleted() {
    // When
    var record = captured(event(null));

    // Then
    assertThat(record.key()).isEqualTo(4711L);
    assertThat(record.value()).isNull();
    assertThat(record.valueSchema()).isNull();
    assertThat(record.timestamp()).isEqualTo(COMMITTED);
  }

  @Test
  void shouldBeATombstoneAtTheChangeWhenTheRowIsMarkedAsDeleted() {
    // When
    var record = captured(event(ada().put("deleted_at", "2026-01-31T10:00:00Z")));

    // Then
    assertThat(record.value()).isNull();
    assertThat(record.timestamp()).isEqualTo(CHANGED.toEpochMilli());
  }

  @Test
  void shouldHaveTheTimeOfTheCommitWhereTheRowHasNone() {
    assertThat(captured(event(ada().put("updated_at", null))).timestamp()).isEqualTo(COMMITTED);
  }

  @Test
  void shouldDropTheTombstoneAfterADelete() {
    try (var transformation = transformation()) {
      var tombstone = new SourceRecord(Map.of(), Map.of(), TOPIC, KEY, key(), null, null);
      assertThat(transformation.apply(tombstone)).isNull();
    }
  }

  @Test
  void shouldLeaveAHeartbeatAlone() {
    try (var transformation = transformation()) {
      var beat = new Struct(SchemaBuilder.struct().field("ts_ms", Schema.INT64_SCHEMA).build());
      beat.put("ts_ms", COMMITTED);
      var record = new SourceRecord(Map.of(), Map.of(), "heartbeat", beat.schema(), beat);
      assertThat(transformation.apply(record)).isSameAs(record);
    }
  }

  @Test
  void shouldRefuseARowThatLacksALargeColumn() {
    assertThatThrownBy(() -> captured(event(ada().put("city", "__debezium_unavailable_value"))))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(TOPIC)
        .hasMessageContaining("city")
        .hasMessageContaining("REPLICA IDENTITY FULL");
  }

  @Test
  void shouldRefuseATimeThatIsNoneWithoutSayingIt() {
    assertThatThrownBy(() -> captured(event(ada().put("updated_at", "infinity and Ada"))))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("updated_at")
        .hasMessageNotContaining("Ada");
  }

  @Test
  void shouldRefuseDebeziumsOwnTimes() {
    // Given
    var micros = SchemaBuilder.int64().name("io.debezium.time.MicroTimestamp").version(1).build();
    var row = new Struct(row().field("seen_at", micros).build()).put("id", 4711L);

    // Then
    assertThatThrownBy(() -> captured(event(row.put("seen_at", 1L))))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("seen_at")
        .hasMessageContaining("time.precision.mode=connect");
  }

  @Test
  void shouldCarryArraysAsOurSourceDoes() {
    // Given
    var fields =
        row()
            .field("tags", SchemaBuilder.array(Schema.OPTIONAL_STRING_SCHEMA).optional().build())
            .field("seen", SchemaBuilder.array(ZONED).build())
            .build();
    var row =
        new Struct(fields)
            .put("id", 4711L)
            .put("tags", Arrays.asList("a", null))
            .put("seen", List.of(CHANGED.toString()));

    // When
    var value = (Struct) captured(event(row)).value();

    // Then
    assertThat(value.schema().field("seen").schema())
        .isEqualTo(SchemaBuilder.array(Timestamp.builder().optional().build()).build());
    assertThat(value.getArray("tags")).containsExactly("a", null);
    assertThat(value.getArray("seen")).containsExactly(Date.from(CHANGED));
  }

  @Test
  void shouldRefuseArraysOfArrays() {
    // Given
    var numbers = SchemaBuilder.array(Schema.OPTIONAL_INT32_SCHEMA).build();
    var fields = row().field("board", SchemaBuilder.array(numbers).optional().build()).build();

    // Then
    assertThatThrownBy(() -> captured(event(new Struct(fields).put("id", 4711L))))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(TOPIC)
        .hasMessageContaining("column.exclude.list");
  }

  private static Struct ada() {
    return new Struct(ROW)
        .put("id", 4711L)
        .put("city", "London")
        .put("vip", null)
        .put("updated_at", CHANGED.toString());
  }

  private static Struct key() {
    return new Struct(KEY).put("id", 4711L);
  }

  private static SourceRecord event(@Nullable Struct after) {
    var source = SchemaBuilder.struct().field("ts_ms", Schema.INT64_SCHEMA).build();
    var schema =
        SchemaBuilder.struct()
            .name("crm.north.public.customers.Envelope")
            .field("after", after == null ? ROW : after.schema())
            .field("source", source)
            .build();
    var envelope = new Struct(schema);
    envelope.put("after", after);
    envelope.put("source", new Struct(source).put("ts_ms", COMMITTED));
    return new SourceRecord(Map.of(), Map.of(), TOPIC, KEY, key(), schema, envelope);
  }

  private static SourceRecord captured(SourceRecord event) {
    try (var transformation = transformation()) {
      return transformation.apply(event);
    }
  }

  private static CapturedRow<SourceRecord> transformation() {
    var transformation = new CapturedRow<SourceRecord>();
    transformation.configure(
        Map.of(CapturedRow.TIMESTAMP, "updated_at", CapturedRow.SOFT_DELETE, "deleted_at"));
    return transformation;
  }
}
