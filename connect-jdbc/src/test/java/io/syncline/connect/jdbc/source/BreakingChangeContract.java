package io.syncline.connect.jdbc.source;

import static io.syncline.connect.jdbc.source.ChangingTables.fields;
import static io.syncline.connect.jdbc.source.ChangingTables.next;
import static io.syncline.connect.jdbc.source.ChangingTables.stopped;
import static io.syncline.connect.jdbc.source.ChangingTables.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncline.connect.jdbc.fixture.TestDatabase;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the source does on every database with a change that readers cannot take. */
abstract class BreakingChangeContract {
  TestDatabase database;
  ChangingTables tables;

  abstract TestDatabase createDatabase();

  /** Changes a column's type. */
  abstract void retype(String column, String type);

  /** From text to a number again. */
  abstract void retypeBack();

  abstract void replacePrimaryKey(String columns);

  @BeforeEach
  void createTables() {
    database = createDatabase();
    tables = new ChangingTables(database);
  }

  @Test
  void shouldStopOnlyTheTableThatReadersCannotTake() {
    // Given
    try (var run = tables.run("customers", "orders").start()) {
      run.take(1);

      // When
      retype("price", "numeric(10,3)");
      tables.insert("customers", 2, "price", "1.234");
      tables.insert("orders", 1, "age", "1");

      // Then
      assertThat(run.take(1).get(0).topic()).isEqualTo("crm.test.orders");
      assertThat(run.idle()).isEmpty();
      assertThat(stopped(run)).containsOnlyKeys(tables.id("customers"));
      assertThat(stopped(run).get(tables.id("customers")))
          .contains("customers is read no more")
          .contains("column price changed from decimal of scale 2 to decimal of scale 3")
          .contains("ignore_column")
          .contains("Undo the change");
    }
  }

  @Test
  void shouldGoOnByItselfWhenTheChangeIsUndone() {
    // Given
    try (var run = tables.run("customers", "orders").start()) {
      run.take(1);
      retype("age", "varchar(10)");
      tables.insert("customers", 2, "age", "'8'");
      assertThat(run.idle()).isEmpty();
      assertThat(stopped(run)).isNotEmpty();

      // When
      database.run("update customers set age = '8'");
      retypeBack();

      // Then
      assertThat(next(run, 2)).isNotNull();
      assertThat(stopped(run)).isEmpty();
    }
  }

  @Test
  void shouldStopTableWhosePrimaryKeyChanged() {
    // Given
    try (var run = tables.run("customers", "orders").start()) {
      run.take(1);

      // When
      replacePrimaryKey("id, updated_at");
      tables.insert("customers", 2, "age", "1");
      tables.insert("orders", 1, "age", "1");

      // Then
      assertThat(run.take(1).get(0).topic()).isEqualTo("crm.test.orders");
      assertThat(run.idle()).isEmpty();
      assertThat(stopped(run).get(tables.id("customers")))
          .contains("primary key changed from [id] to [id, updated_at]");
    }
  }

  @Test
  void shouldStopTableThatLostItsTimestamp() {
    // Given
    try (var run = tables.run("customers", "orders").start()) {
      run.take(1);

      // When
      database.run("alter table customers drop column updated_at");
      tables.insert("orders", 1, "age", "1");

      // Then
      assertThat(run.take(1).get(0).topic()).isEqualTo("crm.test.orders");
      assertThat(run.idle()).isEmpty();
      assertThat(stopped(run).get(tables.id("customers"))).contains("updated_at is gone");
    }
  }

  @Test
  void shouldStopTableThatIsGone() {
    // Given
    try (var run = tables.run("customers", "orders").start()) {
      run.take(1);

      // When
      database.run("drop table customers");
      tables.insert("orders", 1, "age", "1");

      // Then
      assertThat(run.take(1).get(0).topic()).isEqualTo("crm.test.orders");
      assertThat(run.idle()).isEmpty();
      assertThat(stopped(run).get(tables.id("customers"))).contains("not there any more");
    }
  }

  @Test
  void shouldFailWhenNoTableIsLeft() {
    // Given
    try (var run = tables.run("customers").start()) {
      run.take(1);

      // When
      database.run("alter table customers add column note varchar(10) default 'x' not null");

      // Then
      assertThatThrownBy(run::idle)
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("customers is read no more: column note is new and NOT NULL")
          .hasMessageContaining("value.fields.optional=true");
    }
  }

  @Test
  void shouldLeaveOutColumnThatReadersCannotTake() {
    // Given
    try (var run = tables.run("customers").with("schema.change.policy", "ignore_column").start()) {
      run.take(1);

      // When
      retype("age", "varchar(10)");
      tables.insert("customers", 2, "age", "'old'");
      var first = next(run, 2);
      database.run("alter table customers add column note varchar(10)");
      tables.insert("customers", 3, "note", "'new'");

      // Then
      assertThat(fields(first)).containsExactly("id", "price", "updated_at");
      assertThat(fields(run.take(1).get(0))).containsExactly("id", "price", "updated_at", "note");
    }
  }

  @Test
  void shouldCarryWhatReadersCannotTakeIfTold() {
    // Given
    try (var run = tables.run("customers").with("schema.change.policy", "carry").start()) {
      run.take(1);

      // When
      retype("age", "varchar(10)");
      tables.insert("customers", 2, "age", "'old'");

      // Then
      assertThat(value(next(run, 2)).getString("age")).isEqualTo("old");
    }
  }

  @Test
  void shouldAcceptAnyLayoutAtStart() {
    // Given
    try (var run = tables.run("customers").start()) {
      run.take(1);
      retype("price", "numeric(10,3)");
      tables.insert("customers", 2, "price", "1.234");
      assertThatThrownBy(run::idle).isInstanceOf(ConnectException.class);

      // When
      run.restart();

      // Then
      assertThat(next(run, 2)).isNotNull();
    }
  }
}
