package io.syncline.connect.jdbc.sink;

import static io.syncline.connect.jdbc.fixture.Orders.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncline.connect.jdbc.fixture.AvroTopic;
import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.SinkRun;
import io.syncline.connect.jdbc.fixture.SourceRun;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import io.syncline.connect.jdbc.fixture.TypeSamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

/** Rows that come past the statements: the same rows in the end, and no others. */
class PostgresCopyIT {
  private static final TypeSamples COPIED =
      new TypeSamples("things")
          .column("flag boolean", "true", "false")
          .column("i2 smallint", "-32768", "32767")
          .column("i4 integer", "-2147483648", "2147483647")
          .column("i8 bigint", "-9223372036854775808", "9223372036854775807")
          .column("n numeric(19,4)", "-999999999999999.9999", "0.0001", "0", "10000", "9999.9999")
          .column("widest numeric(65,30)", nines(35, 30), "-" + nines(35, 30), "1e-30", "1e34")
          .column("free numeric", "-" + nines(46, 18), "123456789012345678.000000000000000001")
          .column("r real", "-3.4028235e38", "1.4e-45", "0.1", "'NaN'", "'-Infinity'", "'-0'")
          .column("d double precision", "1.7976931348623157e308", "4.9e-324", "'NaN'", "'-0'")
          .column("t text", "''", "repeat('𝄞ß\"\\', 100000)", "E'\\t\\n\\r\\u0001'", "'\\N'")
          .column("vc varchar(10)", "''", "'😀😀😀😀😀😀😀😀😀😀'", "' x '")
          .column("c char(3)", "'x'", "''", "'abc'")
          .column("by_ bytea", "''", "'\\x00'", "'\\x00ff27225c0a'")
          .column("da date", "'0001-01-01'", "'9999-12-31'", "'2000-01-01'", "'1999-12-31'")
          .column("ti time", "'00:00'", "'23:59:59.999999'", "'00:00:00.000001'")
          .column(
              "ts timestamp",
              "'0001-01-01'",
              "'9999-12-31 23:59:59.999999'",
              "'1999-12-31 23:59:59.999999'")
          .column(
              "tz timestamptz",
              "'0001-01-02 00:00:00.000001+14'",
              "'9999-12-31 11:59:59.999999-12'",
              "'1969-12-31 23:59:59.999999+00'")
          .column("u uuid", "'00000000-0000-0000-0000-000000000000'", "gen_random_uuid()")
          .column("j json", "'{}'", "'[1.0, \"𝄞\\n\", null, {\"a\": {\"b\": [] }}]'")
          .column("jb jsonb", "'null'", "'[1.0, \"𝄞\\n\", null, {\"a\": {\"b\": []}}]'");

  private final TestDatabase database = Servers.postgres();

  private static String nines(int before, int after) {
    return "9".repeat(before) + "." + "9".repeat(after);
  }

  /** Notes by which command rows come into a table. */
  private void watch(String table) {
    database.run(
        "create table if not exists commands (name text)",
        "create or replace function note() returns trigger language plpgsql as 'begin insert into"
            + " commands values (split_part(current_query(), '' '', 1)); return null; end'",
        "create trigger noted after insert on %s for each statement execute function note()"
            .formatted(table));
  }

  private List<String> commands() {
    return database.rows("select name, count(*) from commands group by name order by name");
  }

  private SinkRun orders() {
    return SinkRun.upserts(database).with("fields.whitelist", "version,customer");
  }

  private void createOrders() {
    database.run("create table orders (id text primary key, version bigint, customer text)");
    watch("orders");
  }

  private static List<SinkRecord> orders(int from, int to, long version, String customer) {
    return SinkBatchContract.orders(from, to, version, customer);
  }

  @Test
  void shouldCopyEveryTypeAsStatementsWriteIt() throws Exception {
    // Given
    var first = Servers.postgres();
    COPIED.createIn(first);
    COPIED.insertInto(first);
    COPIED.createIn(database);
    watch("things");
    var records = read(first);

    // When
    try (var run =
        SinkRun.upserts(database)
            .with("topics.to.tables.mapping", "crm.test.things:things")
            .start()) {
      run.put(withCopies(records, 200));

      // Then
      assertThat(run.reasons()).isEmpty();
      assertThat(commands()).containsExactly("COPY|1");
      database.run("delete from things where id >= " + COPIED.rows());
      assertThat(COPIED.cells(database)).isEqualTo(COPIED.cells(first));
    }
  }

  private static List<SinkRecord> read(TestDatabase from) {
    var once = Map.of("mode", "bulk", "poll.interval.ms", "3600000");
    try (var run = SourceRun.of(from, once, "things").with("temporal.precision", "micros")) {
      return new AvroTopic("copy").through(run.start().take(COPIED.rows()));
    }
  }

  /** So that there are enough to be copied. */
  private static List<SinkRecord> withCopies(List<SinkRecord> records, int count) {
    var all = new ArrayList<>(records);
    for (var i = records.size(); i < count; i++) {
      var record = records.get(0);
      all.add(
          record.newRecord(
              record.topic(), 0, record.keySchema(), i, record.valueSchema(), record.value(), 0L));
    }
    return all;
  }

  @Test
  void shouldCopyOnlyWhileNoRowIsThere() {
    // Given
    createOrders();
    try (var run = orders().with("version.field", "version").start()) {
      run.put(orders(0, 200, 5, "first"));
      run.put(orders(200, 400, 5, "first"));
      assertThat(commands()).containsExactly("COPY|2");

      // When
      run.put(orders(300, 500, 4, "older"));
      run.put(orders(350, 550, 6, "newer"));

      // Then
      assertThat(commands()).containsExactly("COPY|2", "INSERT|2");
      assertThat(database.rows("select customer, count(*) from orders group by 1 order by 1"))
          .containsExactly("first|350", "newer|200");
      assertThat(run.reasons()).isEmpty();
    }
  }

  @Test
  void shouldCopyAgainWhenAllRowsAreNewAgain() {
    // Given
    createOrders();
    try (var run = orders().start()) {
      run.put(orders(0, 200, 1, "first"));
      run.put(orders(0, 200, 1, "again"));

      // When
      run.put(orders(200, 400, 1, "more"));

      // Then
      assertThat(commands()).containsExactly("COPY|2", "INSERT|1");
    }
  }

  @Test
  void shouldLeaveNothingOfACopyThatIsRefused() {
    // Given
    createOrders();
    database.run("alter table orders add check (customer <> 'bad')");
    var records = new ArrayList<>(orders(0, 300, 1, "good"));
    records.set(250, anOrder("o250").customer("bad").record());

    // When
    try (var run = orders().start()) {
      run.put(records);

      // Then
      assertThat(run.deadLetters()).extracting(SinkRecord::key).containsExactly("o250");
      assertThat(run.reasons().get(0)).contains("SQL state 23514").doesNotContain("o250,");
      assertThat(database.rows("select count(*) from orders")).containsExactly("299");
    }
  }

  @Test
  void shouldWriteByStatementWhatHasNoBinaryForm() {
    // Given
    createOrders();
    database.run("alter table orders add updated_at timestamp(3), alter customer type varchar(3)");
    var records = new ArrayList<>(orders(0, 200, 1, "abc"));
    records.set(7, anOrder("o7").customer("abcd").record());

    // When
    try (var run = orders().with("fields.whitelist", "customer,updated_at").start()) {
      run.put(records);

      // Then
      assertThat(run.deadLetters()).extracting(SinkRecord::key).containsExactly("o7");
      assertThat(database.rows("select distinct updated_at from orders"))
          .containsExactly("2026-01-01 12:00:00.123");
    }
  }

  @Test
  void shouldNotGoPastRules() {
    // Given
    database.run(
        "create table log (id text)",
        "create table orders (id text primary key, version bigint, customer text)",
        "create rule logged as on insert to orders do also insert into log values (new.id)");

    // When
    try (var run = orders().with("insert.mode", "insert").with("delete.enabled", "false").start()) {
      run.put(orders(0, 200, 1, "Ada"));
    }

    // Then
    assertThat(database.rows("select count(*) from log")).containsExactly("200");
  }

  @Test
  void shouldNotWriteWhatGeneratedAlwaysKeepsFromOthers() {
    // Given
    database.run(
        "create table orders (id text primary key, version bigint generated always as identity,"
            + " customer text)");

    // When
    try (var run = orders().start()) {
      assertThatThrownBy(() -> run.put(orders(0, 200, 1, "Ada")))

          // Then
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("SQL state 428C9");
    }
    assertThat(database.rows("select count(*) from orders")).containsExactly("0");
  }

  @Test
  void shouldReplaceChildrenOfCopiedParents() {
    // Given
    database.run(
        "create table orders (id text primary key, version bigint, customer text)",
        "create table order_lines (order_id text, line text, product text, amount numeric(19,4),"
            + " primary key (order_id, line))",
        "insert into order_lines values ('o1', '9', 'left over', 1)");
    watch("orders");
    watch("order_lines");

    // When
    try (var run =
        orders()
            .with("child.tables", "lines:order_lines")
            .with("child.parent.column", "order_id")
            .with("child.key.field", "line")
            .start()) {
      run.put(
          IntStream.range(0, 200)
              .mapToObj(i -> anOrder("o" + i).line("1", "1").line("2", "2").record())
              .toList());
    }

    // Then
    assertThat(commands()).containsExactly("COPY|2");
    assertThat(database.rows("select count(*), sum(amount) from order_lines"))
        .containsExactly("400|600.0000");
  }
}
