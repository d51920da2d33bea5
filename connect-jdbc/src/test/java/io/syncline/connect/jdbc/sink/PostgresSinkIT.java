package io.syncline.connect.jdbc.sink;

import static io.syncline.connect.jdbc.fixture.Orders.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.connect.jdbc.fixture.Servers;
import io.syncline.connect.jdbc.fixture.TestDatabase;
import org.junit.jupiter.api.Test;

class PostgresSinkIT extends SinkTaskContract {

  @Override
  TestDatabase createDatabase() {
    return Servers.postgres();
  }

  @Test
  void shouldLeaveRowVersionAloneWhenReplayed() {
    // Given
    try (var run = upserts().start()) {
      var record = anOrder("o1").line("1", "1").record();
      run.put(record);
      var before = database.rows("select xmin from orders union all select xmin from order_lines");

      // When
      run.put(record);

      // Then
      assertThat(database.rows("select xmin from orders union all select xmin from order_lines"))
          .isEqualTo(before);
    }
  }

  @Test
  void shouldWriteIntoColumnsOfRicherTypes() {
    // Given
    database.run(
        "create type mood as enum ('Ada', 'wild')",
        "create table orders (id uuid primary key, customer mood, attributes jsonb, updated_at timestamp)");

    // When
    try (var run =
        upserts()
            .without("version.field")
            .without("child.tables")
            .with("fields.whitelist", "customer,attributes,updated_at")
            .start()) {
      run.put(anOrder("6f1c1d0e-0000-4000-8000-000000000001").record());

      // Then
      assertThat(run.reasons()).isEmpty();
      assertThat(database.rows("select customer, attributes ->> 'note', updated_at from orders"))
          .containsExactly("Ada|say \"hi\"|2026-01-01 12:00:00.123");
    }
  }

  @Test
  void shouldWriteAgainAfterLostConnection() {
    // Given
    try (var run = upserts().start()) {
      run.put(anOrder("o1").record());

      // When
      database.run(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'syncline' and datname = current_database()");
      run.put(anOrder("o2").record());

      // Then
      assertThat(run.retries()).isEqualTo(1);
      assertThat(database.rows("select id from orders order by id")).containsExactly("o1", "o2");
    }
  }

  @Test
  void shouldNotShowValuesInReasons() {
    // Given
    database.run("create table orders (id uuid primary key, customer varchar(9) unique)");

    // When
    try (var run =
        upserts()
            .without("version.field")
            .without("child.tables")
            .with("fields.whitelist", "customer")
            .start()) {
      run.put(anOrder("not-a-uuid").record());
      run.put(
          anOrder("6f1c1d0e-0000-4000-8000-000000000001").customer("private").record(),
          anOrder("6f1c1d0e-0000-4000-8000-000000000002").customer("private").record());

      // Then
      assertThat(run.reasons())
          .hasSize(2)
          .noneMatch(it -> it.contains("not-a-uuid") || it.contains("private"));
      assertThat(run.reasons().get(1)).contains("orders_customer_key");
    }
  }
}
