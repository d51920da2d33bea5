package io.syncline.connect.jdbc.source;

import static io.syncline.connect.jdbc.fixture.SentKeys.deletedKeys;
import static io.syncline.connect.jdbc.fixture.SentKeys.keys;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncline.connect.jdbc.fixture.TestDatabase;
import java.math.BigDecimal;
import java.util.List;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** By which keys mode compare knows rows again, on every database. */
abstract class CompareKeysContract {
  TestDatabase database;
  ComparedTables tables;

  abstract TestDatabase createDatabase();

  /** From integer to bigint. */
  abstract void widenKey();

  @BeforeEach
  void createTables() {
    database = createDatabase();
    tables = new ComparedTables(database);
  }

  @Test
  void shouldSendChangedKeyAsDeleteAndInsert() {
    // Given
    tables.insertMany(1, 25);
    try (var run = tables.run("customers").start()) {
      run.take(25);

      // When
      database.run("update customers set id = 100 where id = 3");

      // Then
      var records = run.take(2);
      assertThat(keys(records)).containsExactlyInAnyOrder(100, 3);
      assertThat(deletedKeys(records)).containsExactly(3);
    }
  }

  @Test
  void shouldCompareRowsOfCompositeKey() {
    // Given
    database.run(
        "create table order_lines (order_id numeric(12,2), line varchar(10), amount integer,"
            + " primary key (order_id, line))",
        "insert into order_lines values (1, 'a', 1), (1, 'b', 1), (1.5, 'a', 1), (2, 'a', 1)");
    try (var run = tables.run("order_lines").with("batch.max.rows", "1").start()) {
      run.take(4);

      // When
      database.run("delete from order_lines where order_id = 1.5");

      // Then
      var key = (Struct) run.take(1).get(0).key();
      assertThat(key.get("order_id")).isEqualTo(new BigDecimal("1.50"));
      assertThat(key.get("line")).isEqualTo("a");
    }
  }

  @Test
  void shouldKnowKeysOfWidenedColumn() {
    // Given
    tables.insertMany(1, 25);
    try (var run = tables.run("customers").start()) {
      run.take(25);
      widenKey();
      database.run("delete from customers where id = 5");

      // When
      run.restart();

      // Then
      assertThat(deletedKeys(run.take(1))).containsExactly(5L);
    }
  }

  @Test
  void shouldRefuseToNameDeletedRowsOfAnotherKey() {
    // Given
    tables.insertMany(1, 25);
    try (var run = tables.run("customers").start()) {
      run.take(25);
      database.run(
          "drop table customers",
          "create table customers (id varchar(10) primary key, name varchar(40))");

      // When
      run.restart();

      // Then
      assertThatThrownBy(run::idle)
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("primary key is not of the type it had");
    }
  }

  /** Sends a table, deletes one of its rows, and returns the keys of both. */
  List<Object> sendAndDelete(String type, String values, String deleted) {
    database.run(
        "create table things (id " + type + " primary key, n integer)",
        "insert into things (id) values " + values);
    var count = values.split("\\),").length;
    try (var run = tables.run("things").with("batch.max.rows", "2").start()) {
      var sent = keys(run.take(count));
      assertThat(run.idle()).isEmpty();
      database.run("delete from things where id = " + deleted);
      run.restart();
      sent.addAll(keys(run.take(1)));
      return sent;
    }
  }

  @Test
  void shouldCompareByText() {
    // When
    var keys = sendAndDelete("varchar(20)", "('b'), ('a'), ('Z'), ('ö'), (''), ('a b')", "'ö'");

    // Then
    assertThat(keys).hasSize(7).contains("b", "a", "Z", "", "a b").last().isEqualTo("ö");
  }

  @Test
  void shouldCompareByNumber() {
    // When
    var keys = sendAndDelete("numeric(30,2)", "(1), (-2.5), (12345678901234567890), (100)", "100");

    // Then
    assertThat(keys).hasSize(5).last().isEqualTo(new BigDecimal("100.00"));
  }

  @Test
  void shouldCompareByUuid() {
    // When
    var keys =
        sendAndDelete(
            "uuid",
            "('ffffffff-0000-4000-8000-000000000001'), ('00000000-0000-4000-8000-000000000002'),"
                + " ('6f1c1d0e-0000-4000-8000-000000000003')",
            "'6f1c1d0e-0000-4000-8000-000000000003'");

    // Then
    assertThat(keys).hasSize(4).last().isEqualTo("6f1c1d0e-0000-4000-8000-000000000003");
  }
}
