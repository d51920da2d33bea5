package io.syncline.connect.jdbc.source;

import static io.syncline.connect.jdbc.source.ChangingTables.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class PostgresSchemaChangeIT extends SchemaChangeContract {

  @Override
  TestDatabase createDatabase() {
    return Servers.postgres();
  }

  @Override
  void retype(String column, String type) {
    database.run("alter table customers alter column %s type %s".formatted(column, type));
  }

  @Override
  void retypeBack() {
    database.run("alter table customers alter column age type integer using age::integer");
  }

  @Override
  String impatient() {
    return "set lock_timeout = '200ms'";
  }

  @Override
  void replacePrimaryKey(String columns) {
    database.run(
        "alter table customers drop constraint customers_pkey, add primary key (%s)"
            .formatted(columns));
  }

  @Test
  void shouldNoticeChangeAcrossReconnect() {
    // Given
    try (var run = tables.run("customers", "orders").start()) {
      run.take(1);

      // When
      database.run(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name ="
              + " 'syncline' and datname = current_database()");
      retype("price", "numeric(10,3)");
      tables.insert("customers", 2, "price", "1.234");
      tables.insert("orders", 1, "age", "1");

      // Then
      assertThat(run.take(1)).extracting(SourceRecord::topic).containsExactly("crm.test.orders");
      assertThat(stopped(run)).containsOnlyKeys(tables.id("customers"));
    }
  }
}
