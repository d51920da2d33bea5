package io.syncline.connect.jdbc.sink;

import static io.syncline.connect.jdbc.fixture.Orders.aTombstone;
import static io.syncline.connect.jdbc.fixture.Orders.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.connect.jdbc.fixture.SinkRun;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

/** What the sink does on every database. */
abstract class SinkTaskContract extends SinkAlterationContract {
  @Test
  void shouldWriteExactDecimalsTimesAndJson() {
    // When
    try (var run = upserts().start()) {
      run.put(anOrder("o1").total("123456789012345.6789").line("1", "0.0001").record());

      // Then
      assertThat(database.rows(ALL)).containsExactly("o1|1|Ada|123456789012345.6789");
      assertThat(database.rows(LINES)).containsExactly("o1|1|0.0001");
      assertThat(database.rows("select attributes from orders").get(0).replace(" ", ""))
          .isEqualTo("{\"note\":\"say\\\"hi\\\"\"}");
      assertThat(database.rows("select count(*) from orders where updated_at is not null"))
          .containsExactly("1");
    }
  }

  @Test
  void shouldKeepNewerVersion() {
    // Given
    try (var run = upserts().start()) {
      run.put(anOrder("o1").version(5).customer("new").line("1", "5").record());

      // When
      run.put(anOrder("o1").version(4).customer("old").line("2", "4").record());

      // Then
      assertThat(database.rows(ALL)).containsExactly("o1|5|new|12.3400");
      assertThat(database.rows(LINES)).containsExactly("o1|1|5.0000");
    }
  }

  @Test
  void shouldKeepNewerVersionWithinOneBatch() {
    // When
    try (var run = upserts().start()) {
      run.put(
          anOrder("o1").version(5).customer("new").record(),
          anOrder("o1").version(4).customer("old").record());

      // Then
      assertThat(database.rows(ALL)).containsExactly("o1|5|new|12.3400");
    }
  }

  @Test
  void shouldNotTouchRowOfSameVersion() {
    // Given
    try (var run = upserts().start()) {
      var record = anOrder("o1").version(5).line("1", "5").record();
      run.put(record);
      database.run("update orders set customer = 'by hand'", "update order_lines set amount = 7");

      // When
      run.put(record);

      // Then
      assertThat(database.rows(ALL)).containsExactly("o1|5|by hand|12.3400");
      assertThat(database.rows(LINES)).containsExactly("o1|1|7.0000");
    }
  }

  @Test
  void shouldUpdateRowThatHasNoVersionYet() {
    // Given
    try (var run = upserts().start()) {
      run.put(anOrder("o1").version(5).record());
      database.run(
          database.kind() == TestDatabase.Kind.MARIADB
              ? "alter table orders modify version bigint null"
              : "alter table orders alter column version drop not null",
          "update orders set version = null");

      // When
      run.put(anOrder("o1").version(1).customer("Bob").record());

      // Then
      assertThat(database.rows(ALL)).containsExactly("o1|1|Bob|12.3400");
    }
  }

  /** All versions of every order, as a compacted topic before its compaction. */
  static List<SinkRecord> topic() {
    return IntStream.rangeClosed(1, 3)
        .boxed()
        .flatMap(version -> IntStream.range(0, 400).mapToObj(i -> versionOf(i, version)))
        .toList();
  }

  private static SinkRecord versionOf(int order, int version) {
    return anOrder("o" + order).version(version).line("1", "1").line("2", "" + version).record();
  }

  @Test
  void shouldChangeNothingWhenWholeTopicIsReplayed() {
    // Given
    try (var run = upserts().with("batch.size", "150").start()) {
      run.put(topic());
      database.run(
          "update orders set customer = 'by hand'", "update order_lines set product = 'x'");

      // When
      run.put(topic());

      // Then
      assertThat(database.rows("select distinct version, customer from orders"))
          .containsExactly("3|by hand");
      assertThat(database.rows("select distinct product from order_lines")).containsExactly("x");
      assertThat(database.rows("select count(*) from order_lines")).containsExactly("800");
    }
  }

  @Test
  void shouldReplaceChildrenOfNewVersion() {
    // Given
    try (var run = upserts().start()) {
      run.put(
          anOrder("o1").version(1).line("1", "1").line("2", "2").record(),
          anOrder("o2").version(1).line("1", "1").record());

      // When
      run.put(anOrder("o1").version(2).line("2", "20").line("3", "30").record());

      // Then
      assertThat(database.rows(LINES))
          .containsExactly("o1|2|20.0000", "o1|3|30.0000", "o2|1|1.0000");
    }
  }

  @Test
  void shouldLeaveParentAsItWasWhenChildFails() {
    // Given
    try (var run = upserts().start()) {
      run.put(anOrder("o1").version(1).line("1", "1").record());

      // When
      run.put(anOrder("o1").version(2).line("2", "20").line("2", "21").record());

      // Then
      assertThat(database.rows(ALL)).containsExactly("o1|1|Ada|12.3400");
      assertThat(database.rows(LINES)).containsExactly("o1|1|1.0000");
      assertThat(run.deadLetters()).hasSize(1);
    }
  }

  @Test
  void shouldDeleteRowAndChildrenOnTombstone() {
    // Given
    try (var run = upserts().start()) {
      run.put(anOrder("o1").line("1", "1").record(), anOrder("o2").line("1", "1").record());

      // When
      run.put(aTombstone("o1"));

      // Then
      assertThat(database.rows(ALL)).containsExactly("o2|1|Ada|12.3400");
      assertThat(database.rows(LINES)).containsExactly("o2|1|1.0000");
    }
  }

  @Test
  void shouldKeepOrderOfOneKeyWithinBatch() {
    // Given
    try (var run = upserts().start()) {
      run.put(anOrder("o1").version(9).record(), anOrder("o2").version(9).record());

      // When
      run.put(
          anOrder("o1").version(10).customer("a").record(),
          aTombstone("o1"),
          anOrder("o1").version(1).customer("reborn").line("1", "1").record(),
          anOrder("o2").version(10).record(),
          aTombstone("o2"));

      // Then
      assertThat(database.rows(ALL)).containsExactly("o1|1|reborn|12.3400");
      assertThat(database.rows(LINES)).containsExactly("o1|1|1.0000");
    }
  }

  @Test
  void shouldIgnoreTombstoneForTableThatIsNotCreatedYet() {
    // When
    try (var run = upserts().start()) {
      run.put(aTombstone("o1"));

      // Then
      assertThat(run.deadLetters()).isEmpty();
    }
  }

  @Test
  void shouldWriteEveryRowOfInsertMode() {
    // Given
    database.run("create table log (customer varchar(10), total decimal(19,4))");

    // When
    try (var run =
        SinkRun.upserts(database)
            .with("insert.mode", "insert")
            .with("pk.mode", "none")
            .without("pk.fields")
            .with("delete.enabled", "false")
            .with("topics.to.tables.mapping", "orders:log")
            .with("fields.whitelist", "customer,total")
            .start()) {
      run.put(anOrder("o1").record(), anOrder("o1").record());

      // Then
      assertThat(database.rows("select customer, total from log"))
          .containsExactly("Ada|12.3400", "Ada|12.3400");
    }
  }

  @Test
  void shouldChangeOnlyExistingRowsInUpdateMode() {
    // Given
    database.run(
        "create table orders (id varchar(10) primary key, version bigint, customer varchar(10))",
        "insert into orders values ('o1', 1, 'x'), ('o3', 7, 'y')");

    // When
    try (var run =
        SinkRun.upserts(database)
            .with("insert.mode", "update")
            .with("version.field", "version")
            .with("fields.whitelist", "version,customer")
            .start()) {
      run.put(
          anOrder("o1").version(2).record(),
          anOrder("o2").version(2).record(),
          anOrder("o3").version(2).record());

      // Then
      assertThat(database.rows("select id, version, customer from orders order by id"))
          .containsExactly("o1|2|Ada", "o3|7|y");
    }
  }

  @Test
  void shouldUpsertByCompositeKeyOfRecordValue() {
    // Given
    var schema =
        SchemaBuilder.struct()
            .field("a", Schema.INT32_SCHEMA)
            .field("b", Schema.STRING_SCHEMA)
            .field("on", Schema.OPTIONAL_BOOLEAN_SCHEMA)
            .build();

    // When
    try (var run =
        SinkRun.upserts(database)
            .with("pk.mode", "record_value")
            .with("pk.fields", "a,b")
            .with("delete.enabled", "false")
            .with("auto.create", "true")
            .start()) {
      run.put(
          List.of(
              value(schema, 1, "x", null),
              value(schema, 1, "y", true),
              value(schema, 1, "x", true)));

      // Then
      assertThat(database.rows("select a, b from flags order by a, b"))
          .containsExactly("1|x", "1|y");
    }
  }

  private static SinkRecord value(Schema schema, int a, String b, Boolean on) {
    var value = new Struct(schema).put("a", a).put("b", b).put("on", on);
    return new SinkRecord("flags", 0, null, null, schema, value, 0);
  }
}
