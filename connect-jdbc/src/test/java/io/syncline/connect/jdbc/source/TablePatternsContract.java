package io.syncline.connect.jdbc.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.syncline.connect.jdbc.fixture.ConnectorContextFake;
import io.syncline.connect.jdbc.fixture.SourceRun;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables chosen by patterns from several schemas, some of which come later. */
abstract class TablePatternsContract {
  final JdbcSourceConnector connector = new JdbcSourceConnector();
  private final ConnectorContextFake context = new ConnectorContextFake();
  final Map<String, String> settings = new HashMap<>();

  TestDatabase database;

  /** What the names of this test's schemas begin with; others may be on the server. */
  String ours;

  abstract TestDatabase createDatabase();

  @BeforeEach
  void createTables() {
    database = createDatabase();
    ours = "shop" + database.url().replaceAll(".*/", "");
    createSchema("north");
    database.run("create table " + table("north", "customers") + " (id integer primary key)");
    database.run("create table " + table("north", "orders") + " (id integer primary key)");
    settings.putAll(database.settings());
    settings.put("mode", "bulk");
    settings.put("topic.prefix", "crm.");
    settings.put("topic.name.format", "${schema}.${table}");
    settings.put("table.poll.interval.ms", "100");
    settings.put("table.include.list", ours + "_.*\\.(customers|orders)");
    connector.initialize(context);
  }

  @AfterEach
  void stop() {
    connector.stop();
  }

  String table(String schema, String name) {
    return ours + "_" + schema + "." + name;
  }

  void createSchema(String schema) {
    database.run("create schema " + ours + "_" + schema);
  }

  String tables() {
    return connector.taskConfigs(1).get(0).get("task.tables");
  }

  @Test
  void shouldFindTablesOfSchemasThatComeLater() {
    // Given
    connector.start(settings);
    assertThat(tables()).isEqualTo(table("north", "customers") + "\n" + table("north", "orders"));

    // When
    createSchema("south");
    database.run("create table " + table("south", "returns") + " (id integer primary key)");
    database.run("create table " + table("south", "orders") + " (id integer primary key)");

    // Then
    await().until(() -> context.reconfigurations() > 0);
    assertThat(tables().split("\n"))
        .containsExactly(
            table("north", "customers"), table("north", "orders"), table("south", "orders"));
    assertThat(context.errors()).isEmpty();
  }

  @Test
  void shouldLeaveOutExcluded() {
    // Given
    settings.put("table.exclude.list", ".*\\.orders");

    // When
    connector.start(settings);

    // Then
    assertThat(tables()).isEqualTo(table("north", "customers"));
  }

  @Test
  void shouldBeContentWhenOnePatternMatches() {
    // Given
    settings.put("table.include.list", ours + "_north\\.orders," + ours + "_east\\..*");

    // When
    connector.start(settings);

    // Then
    assertThat(tables()).isEqualTo(table("north", "orders"));
  }

  @Test
  void shouldFailWhenNoPatternMatches() {
    // Given
    settings.put("table.include.list", ours + "_north\\.ORDERS," + ours + "_east\\..*");

    // When
    connector.start(settings);

    // Then
    await().until(() -> !context.errors().isEmpty());
    assertThat(context.errors().get(0))
        .hasMessageContaining("none is selected")
        .hasMessageContaining("table.include.list");
  }

  @Test
  void shouldNotLookIntoSystemSchemas() {
    // Given
    settings.put("table.include.list", ".*");
    settings.put("table.exclude.list", "test.*");

    // When
    connector.start(settings);

    // Then
    assertThat(tables().split("\n"))
        .contains(table("north", "orders"))
        .noneMatch(table -> table.matches("(pg_|information_schema|mysql|sys|performance).*"));
  }

  @Test
  void shouldTellTopicsOfOneNameApart() {
    // Given
    createSchema("south");
    database.run("create table " + table("south", "orders") + " (id integer primary key)");
    database.run("insert into " + table("north", "orders") + " values (1)");
    database.run("insert into " + table("south", "orders") + " values (2)");

    // When
    try (var run = SourceRun.of(database, settings, "orders")) {
      var tables = table("north", "orders") + "\n" + table("south", "orders");
      var records = run.with("task.tables", tables).start().take(2);

      // Then
      assertThat(records)
          .extracting(SourceRecord::topic)
          .containsExactlyInAnyOrder(
              "crm." + table("north", "orders"), "crm." + table("south", "orders"));
    }
  }
}
