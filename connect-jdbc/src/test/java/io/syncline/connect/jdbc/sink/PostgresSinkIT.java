package io.syncline.connect.jdbc.sink;

import static io.syncline.connect.jdbc.fixture.Orders.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.SinkRun;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class PostgresSinkIT extends SinkTaskContract {
  private static final String ROW_VERSIONS =
      "select 'order', id, ctid, xmin from orders"
          + " union all select 'line', order_id || line, ctid, xmin from order_lines order by 1, 2";

  @Override
  TestDatabase createDatabase() {
    return Servers.postgres();
  }

  @Test
  void shouldLeaveRowVersionAloneWhenReplayed() {
    // Given
    try (var run = upserts().start()) {
      var record = anOrder("o1").line("1", "1").record();
      run.put(record);
      var before = database.rows("select xmin from orders union all select xmin from order_lines");

      // When
      run.put(record);

      // Then
      assertThat(database.rows("select xmin from orders union all select xmin from order_lines"))
          .isEqualTo(before);
    }
  }

  @Test
  void shouldLeaveRowVersionsAndTriggersAloneWhenWholeTopicIsReplayed() {
    // Given
    try (var run = upserts().with("batch.size", "150").start()) {
      run.put(topic());
      database.run(
          "alter table orders add column touched_at timestamptz",
          "create function touch() returns trigger language plpgsql as"
              + " 'begin new.touched_at := clock_timestamp(); return new; end'",
          "create trigger touched before update on orders for each row execute function touch()");
      var before = database.rows(ROW_VERSIONS);

      // When
      run.put(topic());

      // Then
      assertThat(before).hasSize(1_200);
      assertThat(database.rows(ROW_VERSIONS)).isEqualTo(before);
      assertThat(database.rows("select id from orders where touched_at is not null")).isEmpty();
    }
  }

  @Test
  void shouldWriteIntoColumnsOfRicherTypes() {
    // Given
    database.run(
        "create type mood as enum ('Ada', 'wild')",
        "create table orders (id uuid primary key, customer mood, attributes jsonb, updated_at"
            + " timestamp)");

    // When
    try (var run =
        SinkRun.upserts(database)
            .with("fields.whitelist", "customer,attributes,updated_at")
            .start()) {
      run.put(anOrder("6f1c1d0e-0000-4000-8000-000000000001").record());

      // Then
      assertThat(run.reasons()).isEmpty();
      assertThat(database.rows("select customer, attributes ->> 'note', updated_at from orders"))
          .containsExactly("Ada|say \"hi\"|2026-01-01 12:00:00.123");
    }
  }

  @Test
  void shouldWriteAgainAfterLostConnection() {
    // Given
    try (var run = upserts().start()) {
      run.put(anOrder("o1").record());

      // When
      database.run(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name ="
              + " 'syncline' and datname = current_database()");
      run.put(anOrder("o2").record());

      // Then
      assertThat(run.retries()).isEqualTo(1);
      assertThat(database.rows("select id from orders order by id")).containsExactly("o1", "o2");
    }
  }

  @Test
  void shouldNotShowValuesInReasons() {
    // Given
    database.run("create table orders (id uuid primary key, customer varchar(9) unique)");

    // When
    try (var run = SinkRun.upserts(database).with("fields.whitelist", "customer").start()) {

      run.put(anOrder("not-a-uuid").record());
      run.put(
          anOrder("6f1c1d0e-0000-4000-8000-000000000001").customer("private").record(),
          anOrder("6f1c1d0e-0000-4000-8000-000000000002").customer("private").record());

      // Then
      assertThat(run.reasons())
          .hasSize(2)
          .noneMatch(it -> it.contains("not-a-uuid") || it.contains("private"));
      assertThat(run.reasons().get(1)).contains("orders_customer_key");
    }
  }

  @Test
  void shouldWriteBatchByOneStatement() {
    // Given
    try (var run = upserts().start()) {
      run.put(anOrder("o0").line("1", "1").record());
      database.run(
          "create table statements (what text)",
          "create function note() returns trigger language plpgsql as"
              + " 'begin insert into statements values (tg_op || tg_table_name); return null; end'",
          "create trigger noted after insert or delete on orders for each statement execute"
              + " function note()",
          "create trigger noted after insert or delete on order_lines for each statement execute"
              + " function note()");

      // When
      run.put(orders(0, 1_000, 2, "Ada"));

      // Then
      assertThat(database.rows("select what, count(*) from statements group by what order by what"))
          .containsExactly("DELETEorder_lines|1", "INSERTorders|1");
    }
  }

  @Test
  void shouldWriteArraysIntoWhatTheColumnIs() {
    // Given
    database.run(
        "create table lists (id integer primary key, a smallint[], b jsonb, c text,"
            + " d varchar(3)[])");
    var list = SchemaBuilder.array(Schema.OPTIONAL_INT32_SCHEMA).build();
    var schema =
        SchemaBuilder.struct()
            .field("a", list)
            .field("b", list)
            .field("c", list)
            .field("d", Schema.STRING_SCHEMA)
            .build();
    var value = Arrays.asList(7, null, -7);

    // When
    try (var run = SinkRun.upserts(database).start()) {
      run.put(
          IntStream.range(0, 3)
              .mapToObj(
                  i ->
                      new SinkRecord(
                          "lists",
                          0,
                          Schema.INT32_SCHEMA,
                          i,
                          schema,
                          new Struct(schema)
                              .put("a", value)
                              .put("b", value)
                              .put("c", value)
                              .put("d", List.of("{x,NULL}", "[\"y\", null]", "[\"long\"]").get(i)),
                          i))
              .toList());

      // Then
      assertThat(run.deadLetters()).extracting(SinkRecord::key).containsExactly(2);
      assertThat(run.reasons().get(0)).contains("SQL state 22001").doesNotContain("long\"");
      assertThat(database.rows("select * from lists order by id"))
          .containsExactly(
              "0|{7,NULL,-7}|[7, null, -7]|[7,null,-7]|{x,NULL}",
              "1|{7,NULL,-7}|[7, null, -7]|[7,null,-7]|{y,NULL}");
    }
  }

  /** Trailing blanks of a char column do not count. */
  @Test
  void shouldWriteKeysThatOnlyTheDatabaseFindsEqual() {
    // Given
    database.run(
        "create table orders (id char(9) primary key, version bigint, customer varchar(9))");

    // When
    try (var run = upserts().with("fields.whitelist", "version,customer").start()) {
      run.put(
          anOrder("o1").version(2).customer("new").line("1", "2").record(),
          anOrder("o2").version(1).customer("other").record(),
          anOrder("o1 ").version(1).customer("old").line("2", "1").record());

      // Then
      assertThat(run.reasons()).isEmpty();
      assertThat(database.rows("select id, version, customer from orders order by id"))
          .containsExactly("o1       |2|new", "o2       |1|other");
      assertThat(database.rows(LINES)).containsExactly("o1|1|2.0000");
    }
  }

  @Test
  void shouldWriteKeysThatOnlyTheDatabaseFindsEqualWithoutChildrenToo() {
    // Given
    database.run(
        "create table orders (id char(9) primary key, version bigint, customer varchar(9))");

    // When
    try (var run =
        SinkRun.upserts(database)
            .with("version.field", "version")
            .with("fields.whitelist", "version,customer")
            .start()) {
      run.put(
          anOrder("o1").version(2).customer("new").record(),
          anOrder("o2").version(1).customer("other").record(),
          anOrder("o1 ").version(1).customer("old").record());

      // Then
      assertThat(run.reasons()).isEmpty();
      assertThat(database.rows("select id, version, customer from orders order by id"))
          .containsExactly("o1       |2|new", "o2       |1|other");
    }
  }

  @Test
  void shouldRejectTextThatACastWouldCut() {
    // Given
    database.run(
        "create domain short as varchar(3)",
        "create table orders (id varchar(9) primary key, customer short)");

    // When
    try (var run = SinkRun.upserts(database).with("fields.whitelist", "customer").start()) {

      run.put(
          anOrder("o1").customer("abc").record(),
          anOrder("o2").customer("abcd").record(),
          anOrder("o3").customer("ab").record());

      // Then
      assertThat(run.reasons()).singleElement().asString().contains("SQL state 22001");
      assertThat(database.rows("select id, customer from orders order by id"))
          .containsExactly("o1|abc", "o3|ab");
    }
  }
}
