package io.syncline.connect.jdbc.sink;

import static io.syncline.connect.jdbc.fixture.Orders.aTombstone;
import static io.syncline.connect.jdbc.fixture.Orders.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncline.connect.jdbc.fixture.SinkRun;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import java.util.ArrayList;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the sink does with bad rows and with tables that do not fit, on every database. */
abstract class SinkFaultContract {
  static final String ALL = "select id, version, customer, total from orders order by id";

  TestDatabase database;

  abstract TestDatabase createDatabase();

  @BeforeEach
  void create() {
    database = createDatabase();
  }

  /** Versioned upserts with child tables, into tables that the sink creates. */
  SinkRun upserts() {
    return SinkRun.upserts(database)
        .with("auto.create", "true")
        .with("version.field", "version")
        .with("child.tables", "lines:order_lines")
        .with("child.parent.column", "order_id")
        .with("child.key.field", "line");
  }

  @Test
  void shouldPutOnlyTheBadRowAside() {
    // Given
    database.run(
        "create table orders (id varchar(10) primary key, version bigint, customer varchar(5),"
            + " total decimal(19,4))");
    var records = new ArrayList<SinkRecord>();
    for (var i = 0; i < 1_000; i++) {
      records.add(anOrder("o" + i).customer(i == 617 ? "too long" : "fits").record());
    }

    // When
    try (var run =
        SinkRun.upserts(database).with("fields.whitelist", "version,customer,total").start()) {
      run.put(records);

      // Then
      assertThat(run.deadLetters()).containsExactly(records.get(617));
      assertThat(run.reasons().get(0))
          .contains("orders-0@" + records.get(617).kafkaOffset(), "table orders", "SQL state 22")
          .doesNotContain("too long\"")
          .doesNotContain("'too long'");
      assertThat(database.rows("select count(*) from orders")).containsExactly("999");
    }
  }

  @Test
  void shouldFailWithCoordinatesWhenNobodyTakesBadRow() {
    // Given
    database.run(
        "create table orders (id varchar(10) primary key, version bigint, customer varchar(2),"
            + " total decimal(19,4))");
    var record = anOrder("o1").record();

    // When
    try (var run =
        SinkRun.upserts(database)
            .with("fields.whitelist", "version,customer,total")
            .intolerant()
            .start()) {
      assertThatThrownBy(() -> run.put(record))

          // Then
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("orders-0@" + record.kafkaOffset())
          .hasMessageContaining("errors.tolerance");
    }
  }

  @Test
  void shouldFailRatherThanPutEverythingAsideWhenTableIsMissing() {
    // When
    try (var run = SinkRun.upserts(database).start()) {
      assertThatThrownBy(() -> run.put(anOrder("o1").record()))

          // Then
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("Table orders is not there")
          .hasMessageContaining("auto.create");
      assertThat(run.deadLetters()).isEmpty();
    }
  }

  @Test
  void shouldAddColumnsWhenAllowed() {
    // Given
    database.run("create table orders (id varchar(10) primary key)");

    // When
    try (var run =
        SinkRun.upserts(database)
            .with("fields.whitelist", "version,total")
            .with("auto.evolve", "true")
            .start()) {
      run.put(anOrder("o1").record());

      // Then
      assertThat(database.rows("select id, version, total from orders"))
          .containsExactly("o1|1|12.3400");
    }
  }

  @Test
  void shouldRefuseMissingColumnsWhenNotAllowed() {
    // Given
    database.run("create table orders (id varchar(10) primary key)");

    // When
    try (var run = SinkRun.upserts(database).start()) {
      assertThatThrownBy(() -> run.put(anOrder("o1").record()))

          // Then
          .hasMessageContaining("Table orders has no columns for fields [version")
          .hasMessageContaining("schema.evolution=evolve");
    }
  }

  @Test
  void shouldSeeColumnDroppedByHand() {
    // Given
    try (var run = upserts().with("auto.evolve", "true").start()) {
      run.put(anOrder("o1").version(1).record());
      database.run("alter table orders drop column customer");

      // When
      run.put(anOrder("o1").version(2).customer("Bob").record());

      // Then
      assertThat(database.rows(ALL)).containsExactly("o1|2|Bob|12.3400");
    }
  }

  @Test
  void shouldPutRecordsWithoutKeyOrValueAside() {
    // When
    try (var run = upserts().with("delete.enabled", "false").start()) {
      run.put(aTombstone("o1"), aTombstone(null), anOrder("o2").record());

      // Then
      assertThat(run.deadLetters()).hasSize(2);
      assertThat(database.rows(ALL)).containsExactly("o2|1|Ada|12.3400");
    }
  }
}
