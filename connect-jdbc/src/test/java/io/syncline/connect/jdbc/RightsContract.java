package io.syncline.connect.jdbc;

import static io.syncline.connect.jdbc.fixture.Orders.aTombstone;
import static io.syncline.connect.jdbc.fixture.Orders.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncline.connect.jdbc.fixture.SinkRun;
import io.syncline.connect.jdbc.fixture.SourceRun;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the rights which the README names are enough, and that they are needed. */
abstract class RightsContract {
  static final String PASSWORD = "Only4Tests!";

  TestDatabase database;

  abstract TestDatabase createDatabase();

  /** A user who may connect, and no more. */
  abstract void createUser(String name);

  abstract String[] rightsOfSource(String user);

  abstract String[] rightsOfSink(String user);

  abstract String[] rightsToCreate(String user);

  abstract String[] rightsToEvolve(String user);

  /** A name of its own for each test: users belong to the whole server. */
  String user() {
    return "syncline_" + database.url().replaceAll(".*/", "");
  }

  @BeforeEach
  void createTables() {
    database = createDatabase();
    database.run(
        "create table customers (id integer primary key,"
            + " updated_at timestamp(6) not null default current_timestamp(6))",
        "insert into customers (id) values (1)");
    createUser(user());
  }

  private void createTargets() {
    database.run(
        "create table orders (id varchar(9) primary key, version bigint, customer varchar(9))",
        "create table order_lines (order_id varchar(9), line varchar(9), product varchar(9), amount"
            + " decimal(19,4), primary key (order_id, line))");
  }

  private SourceRun source(String mode) {
    return SourceRun.of(database, Map.of("mode", mode), "customers")
        .with("connection.user", user())
        .with("connection.password", PASSWORD);
  }

  private SinkRun sink() {
    return SinkRun.upserts(database)
        .with("connection.user", user())
        .with("connection.password", PASSWORD)
        .with("version.field", "version")
        .with("child.tables", "lines:order_lines")
        .with("child.parent.column", "order_id")
        .with("child.key.field", "line")
        .with("max.retries", "1");
  }

  @ParameterizedTest
  @CsvSource({
    "bulk,",
    "compare,",
    "incrementing,",
    "timestamp, updated_at",
    "timestamp+incrementing, updated_at"
  })
  void shouldReadWithTheRightsOfSource(String mode, String column) {
    // Given
    database.run(rightsOfSource(user()));
    var run = source(mode);
    if (column != null) {
      run.with("timestamp.column.name", column);
    }

    // When
    try (run) {
      var records = run.start().take(1);

      // Then
      assertThat(records).extracting(SourceRecord::key).containsExactly(1);
    }
  }

  @Test
  void shouldTellWhenItMayNotRead() {
    // When
    try (var run = source("bulk").start()) {
      assertThatThrownBy(() -> run.take(1))

          // Then
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("customers")
          .hasMessageContaining("denied")
          .hasMessageNotContaining(PASSWORD);
    }
  }

  @Test
  void shouldWriteWithTheRightsOfSink() {
    // Given
    createTargets();
    database.run(rightsOfSink(user()));

    // When
    try (var run = sink().with("fields.whitelist", "version,customer").start()) {
      run.put(anOrder("o1").line("1", "2").record(), anOrder("o2").record());
      run.put(anOrder("o1").version(2).line("2", "3").record(), aTombstone("o2"));

      // Then
      assertThat(run.reasons()).isEmpty();
      assertThat(database.rows("select id, version from orders")).containsExactly("o1|2");
      assertThat(database.rows("select line from order_lines")).containsExactly("2");
    }
  }

  @Test
  void shouldCreateTablesWithTheRightToCreate() {
    // Given
    database.run(rightsToCreate(user()));

    // When
    try (var run = sink().with("auto.create", "true").start()) {
      run.put(anOrder("o1").line("1", "2").record());

      // Then
      assertThat(database.rows("select id from orders")).containsExactly("o1");
    }
  }

  @Test
  void shouldTellWhenItMayNotCreate() {
    // Given
    createTargets();
    database.run(rightsOfSink(user()));
    database.run("drop table orders");

    // When
    try (var run = sink().with("auto.create", "true").start()) {
      assertThatThrownBy(() -> run.put(anOrder("o1").record()))

          // Then
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("denied");
    }
  }

  @Test
  void shouldAddColumnsWithTheRightToEvolve() {
    // Given
    createTargets();
    database.run(rightsOfSink(user()));
    database.run(rightsToEvolve(user()));

    // When
    try (var run = sink().with("schema.evolution", "evolve").start()) {
      run.put(anOrder("o1").record());

      // Then
      assertThat(database.rows("select id, total from orders")).containsExactly("o1|12.3400");
    }
  }
}
