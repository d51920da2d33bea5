package io.syncline.connect.jdbc.sink;

import static io.syncline.connect.jdbc.fixture.Cities.CITIES;
import static io.syncline.connect.jdbc.fixture.Cities.cities;
import static io.syncline.connect.jdbc.fixture.Cities.narrow;
import static io.syncline.connect.jdbc.fixture.Cities.wide;
import static io.syncline.connect.jdbc.fixture.Orders.aTombstone;
import static io.syncline.connect.jdbc.fixture.Orders.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.syncline.connect.jdbc.fixture.SinkRun;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import java.time.Duration;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;

/** What the sink does when tables are altered by hand while it runs, on every database. */
abstract class SinkAlterationContract extends SinkEvolutionContract {
  @Test
  void shouldFailWhenColumnWithoutDefaultWasAddedByHand() {
    // Given
    try (var run = cities(database, "exception")) {
      run.put(narrow("a"));
      database.run("delete from cities", "alter table cities add column must integer not null");

      // When
      assertThatThrownBy(() -> run.put(narrow("b"), narrow("c")))

          // Then
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("Column must of table cities must have a value")
          .hasMessageContaining("Give it a default");
      assertThat(run.deadLetters()).isEmpty();
    }
  }

  @Test
  void shouldFillColumnAddedByHandThatHasAField() {
    // Given
    try (var run = cities(database, "ignore")) {
      run.put(wide("a"));
      database.run(
          "delete from cities", "alter table cities add column region varchar(9) not null");

      // When
      run.put(wide("b"), wide("c"));

      // Then
      assertThat(database.rows(CITIES)).containsExactly("b|Graz|south", "c|Graz|south");
    }
  }

  @Test
  void shouldPutNullAsideThatAColumnRefuses() {
    // Given
    database.run("create table cities (id varchar(9) primary key, name varchar(9) not null)");

    // When
    try (var run = SinkRun.upserts(database).start()) {
      run.put(narrow("a"), narrow("b", null), narrow("c"));

      // Then
      assertThat(run.reasons()).singleElement().asString().contains("SQL state 23");
      assertThat(database.rows("select id from cities order by id")).containsExactly("a", "c");
    }
  }

  @Test
  void shouldFailWhenColumnWasDroppedByHand() {
    // Given
    try (var run = cities(database, "exception")) {
      run.put(narrow("a"));
      database.run("alter table cities drop column name");

      // When
      assertThatThrownBy(() -> run.put(narrow("b"), narrow("c")))

          // Then
          .hasMessageContaining("Table cities has no columns for fields [name]")
          .hasMessageContaining("schema.evolution");
      assertThat(run.deadLetters()).isEmpty();
    }
  }

  @Test
  void shouldFillColumnAddedByHandThatMayBeNull() {
    // Given
    try (var run = cities(database, "ignore").with("table.poll.interval.ms", "1")) {
      run.close();
      run.start().put(wide("a"));
      database.run("alter table cities add column region varchar(9)");
      await().pollDelay(Duration.ofMillis(2)).until(() -> true);

      // When
      run.put(wide("b"), wide("c"));

      // Then
      assertThat(database.rows(CITIES))
          .containsExactly("a|Graz|null", "b|Graz|south", "c|Graz|south");
    }
  }

  /** MariaDB takes a date for a number, and does not complain: there the interval counts. */
  @Test
  void shouldConvertForColumnWhoseTypeWasChangedByHand() {
    // Given
    var interval = database.kind() == TestDatabase.Kind.MARIADB ? "1" : "60000";
    try (var run = upserts().with("table.poll.interval.ms", interval).start()) {
      run.put(anOrder("o1").version(1).record());
      database.run(
          "delete from orders",
          "alter table orders drop column updated_at",
          "alter table orders add column updated_at bigint");

      // When
      run.put(anOrder("o1").version(2).record(), anOrder("o2").version(2).record());

      // Then
      assertThat(run.reasons()).isEmpty();
      assertThat(database.rows("select id, updated_at from orders order by id"))
          .containsExactly("o1|1767268800123", "o2|1767268800123");
    }
  }

  @Test
  void shouldNameTheReasonWhenChangedTypeCannotTakeValue() {
    // Given
    try (var run = cities(database, "exception")) {
      run.put(narrow("a"));
      database.run(
          "delete from cities",
          "alter table cities drop column name",
          "alter table cities add column name integer");

      // When
      run.put(narrow("b"), narrow("c", "7"));

      // Then
      assertThat(run.reasons())
          .singleElement()
          .asString()
          .contains("table cities", "SQL state")
          .doesNotContain("Wien");
      assertThat(database.rows("select id, name from cities")).containsExactly("c|7");
    }
  }

  @Test
  void shouldWriteAfterRestartToTableThatAppearedLater() {
    // Given
    try (var run = SinkRun.upserts(database).start()) {
      assertThatThrownBy(() -> run.put(narrow("a")))
          .hasMessageContaining("Table cities is not there");
      run.close();
      database.run("create table cities (id varchar(9) primary key, name varchar(9))");

      // When
      run.start().put(narrow("a"), narrow("b"));

      // Then
      assertThat(database.rows(CITIES)).containsExactly("a|Wien", "b|Wien");
    }
  }

  @Test
  void shouldCreateAnewWhatWasDroppedWhileRunning() {
    // Given
    try (var run = upserts().start()) {
      run.put(anOrder("o1").line("1", "1").record(), anOrder("o2").line("1", "1").record());
      database.run("drop table orders", "drop table order_lines");

      // When
      run.put(anOrder("o3").line("1", "1").record(), anOrder("o4").line("1", "1").record());

      // Then
      assertThat(database.rows("select id from orders order by id")).containsExactly("o3", "o4");
      assertThat(database.rows(LINES)).containsExactly("o3|1|1.0000", "o4|1|1.0000");
    }
  }

  @Test
  void shouldDeleteFromTableThatAppearedAfterItsFirstTombstone() {
    // Given
    try (var run = upserts().start()) {
      run.put(aTombstone("o1"));
      run.put(anOrder("o1").line("1", "1").record(), anOrder("o2").line("1", "1").record());

      // When
      run.put(aTombstone("o1"));

      // Then
      assertThat(database.rows("select id from orders")).containsExactly("o2");
      assertThat(database.rows(LINES)).containsExactly("o2|1|1.0000");
    }
  }
}
