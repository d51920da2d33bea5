package io.syncline.local.bench.yardstick;

import io.syncline.local.crm.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** PostgreSQL table of customer orders as a CRM has them, and empty copies of it. */
public record OrdersTable(String name) {

  /** In the table's order, the primary key first. */
  public static final List<Column> COLUMNS =
      List.of(
          new Column("id", "bigint"),
          new Column("customer_id", "bigint"),
          new Column("order_number", "text"),
          new Column("status", "text"),
          new Column("customer_name", "text"),
          new Column("email", "text"),
          new Column("city", "text"),
          new Column("amount", "numeric"),
          new Column("paid", "boolean"),
          new Column("ordered_at", "timestamptz"),
          new Column("updated_at", "timestamptz"),
          new Column("version", "bigint"));

  private static final int ROWS_PER_INSERT = 100_000;

  private static final String CREATE =
      """
      create table %s (
        id bigint primary key,
        customer_id bigint not null,
        order_number text not null,
        status text not null,
        customer_name text not null,
        email text,
        city text not null,
        amount numeric(19, 4) not null,
        paid boolean not null,
        ordered_at timestamptz not null,
        updated_at timestamptz not null,
        version bigint not null)
      """;

  /** A year of orders; every fifth was changed again within three months. */
  private static final String FILL =
      """
      insert into %s
      select n, n * 7919 %% 500000 + 1, 'SO-2025-' || lpad(n::text, 9, '0'),
        (array['open', 'confirmed', 'shipped', 'invoiced', 'cancelled'])[n %% 5 + 1],
        (array['Ada', 'Grace', 'Zoë', 'Linus', 'Björn', 'Maria'])[n %% 6 + 1] || ' '
          || initcap(substr(md5(n::text), 1, 9)),
        case when n %% 10 > 0 then substr(md5(n::text), 1, 12) || '@example.org' end,
        (array['Wien', 'Zürich', 'København', 'Graz', 'Berlin', 'Ulm', 'Bern'])[n %% 7 + 1],
        (n * 104729 %% 10000000)::numeric / 10000 + 1, n %% 3 = 0, ordered,
        ordered + case when n %% 5 = 0 then interval '1 second' * (n * 31 %% 7776000)
          else interval '1 millisecond' * (n %% 1000) end,
        case when n %% 5 = 0 then 2 else 1 end
      from (select n, timestamptz '2025-01-01 00:00:00Z' + interval '15 seconds' * n as ordered
        from generate_series(%d::bigint, %d::bigint) n) made
      """;

  /** Column with its type's name. */
  public record Column(String name, String type) {}

  /**
   * Creates the table with that many rows, and the index that reading in steps needs.
   *
   * @param done is told how many rows there are so far
   */
  public void create(Database database, long rows, LongConsumer done) throws SQLException {
    try (Connection connection = database.open();
        Statement statement = connection.createStatement()) {
      statement.execute(CREATE.formatted(name));
      done.accept(0);
      for (long from = 1; from <= rows; from += ROWS_PER_INSERT) {
        long to = Math.min(rows, from + ROWS_PER_INSERT - 1);
        statement.execute(FILL.formatted(name, from, to));
        done.accept(to);
      }
      statement.execute("create index on %s (updated_at, id)".formatted(name));
      statement.execute("vacuum (freeze, analyze) " + name);
    }
  }

  /** Creates the table without rows, in place of what an earlier measurement has written. */
  public void createEmpty(Database database) throws SQLException {
    try (Connection connection = database.open();
        Statement statement = connection.createStatement()) {
      statement.execute("drop table if exists " + name);
      statement.execute(CREATE.formatted(name));
      // Else what the earlier one has left to be flushed would slow down the next.
      statement.execute("checkpoint");
    }
  }

  /** Size of the rows on disk, without indexes: asked of the file system, at no cost. */
  public long bytes(Connection connection) throws SQLException {
    return number(connection, "select pg_relation_size('%s')".formatted(name));
  }

  public long rows(Connection connection) throws SQLException {
    return number(connection, "select count(*) from " + name);
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  public String select() {
    return "select %s from %s".formatted(columnNames(), name);
  }

  public String columnNames() {
    return COLUMNS.stream().map(Column::name).collect(Collectors.joining(", "));
  }
}
