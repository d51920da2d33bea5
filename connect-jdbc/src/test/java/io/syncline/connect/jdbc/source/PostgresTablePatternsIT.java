package io.syncline.connect.jdbc.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import org.junit.jupiter.api.Test;

class PostgresTablePatternsIT extends TablePatternsContract {
  @Override
  TestDatabase createDatabase() {
    return Servers.postgres();
  }

  @Test
  void shouldNotLookIntoSchemasOfOthers() {
    // Given
    createSchema("secret");
    database.run("create table " + table("secret", "orders") + " (id integer primary key)");
    database.run(
        "create role reader_" + ours + " login password 'reader'",
        "grant usage on schema " + ours + "_north to reader_" + ours,
        "grant select on all tables in schema " + ours + "_north to reader_" + ours);
    settings.put("connection.user", "reader_" + ours);
    settings.put("connection.password", "reader");

    // When
    connector.start(settings);

    // Then
    assertThat(tables()).isEqualTo(table("north", "customers") + "\n" + table("north", "orders"));
  }
}
