package io.syncline.connect.jdbc.sink;

import static io.syncline.connect.jdbc.fixture.Cities.CITIES;
import static io.syncline.connect.jdbc.fixture.Cities.cities;
import static io.syncline.connect.jdbc.fixture.Cities.narrow;
import static io.syncline.connect.jdbc.fixture.Cities.wide;
import static io.syncline.connect.jdbc.fixture.Orders.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncline.connect.jdbc.fixture.SinkRun;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;

/** What the sink does when schemas change upstream while it runs, on every database. */
abstract class SinkEvolutionContract extends SinkBatchContract {
  @Test
  void shouldAddColumnForFieldAddedUpstream() {
    // Given
    try (var run = cities(database, "evolve")) {
      run.put(narrow("a"), narrow("b"));

      // When
      run.put(narrow("c"), wide("d"), wide("b"), narrow("e"));

      // Then
      assertThat(database.rows(CITIES))
          .containsExactly(
              "a|Wien|null", "b|Graz|south", "c|Wien|null", "d|Graz|south", "e|Wien|null");
    }
  }

  @Test
  void shouldFailWithRemedyForFieldAddedUpstream() {
    // Given
    try (var run = cities(database, "exception")) {
      run.put(narrow("a"));

      // When
      assertThatThrownBy(() -> run.put(wide("b"), wide("c")))

          // Then
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("Table cities has no columns for fields [region]")
          .hasMessageContaining("schema.evolution=evolve");
      assertThat(run.deadLetters()).isEmpty();
    }
  }

  @Test
  void shouldLeaveOutFieldAddedUpstreamAndSayItOnce() {
    // Given
    var log = new ByteArrayOutputStream();
    var stderr = System.err;
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try (var run = cities(database, "ignore")) {

      // When
      run.put(narrow("a"), wide("b"), wide("c"));
      run.put(wide("d"));
      database.run("alter table cities drop column name");
      run.put(wide("e"));

      // Then
      assertThat(database.rows(CITIES)).containsExactly("a", "b", "c", "d", "e");
      assertThat(log.toString(StandardCharsets.UTF_8))
          .containsOnlyOnce("table=cities field=region")
          .containsOnlyOnce("table=cities field=name");
    } finally {
      System.setErr(stderr);
    }
  }

  @Test
  void shouldNotLeaveOutTheKey() {
    // Given
    database.run("create table cities (name varchar(9))");

    // When
    try (var run = SinkRun.upserts(database).with("schema.evolution", "ignore").start()) {
      assertThatThrownBy(() -> run.put(wide("a")))

          // Then
          .hasMessageContaining("Table cities has no columns for fields [id]");
    }
  }

  @Test
  void shouldNotLeaveOutTheVersion() {
    // Given
    database.run("create table orders (id varchar(9) primary key, customer varchar(9))");

    // When
    try (var run =
        SinkRun.upserts(database)
            .with("schema.evolution", "ignore")
            .with("version.field", "version")
            .start()) {
      assertThatThrownBy(() -> run.put(anOrder("o1").record()))

          // Then
          .hasMessageContaining("version, which version.field names, or the table no such column");
    }
  }
}
