package io.syncline.local.fault;

import io.syncline.local.crm.Database;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tables that count the writes of each of their rows. What a row is like is a line of text, by the
 * text of its key.
 */
final class Ledger {

  static final String DELETED = "deleted";

  private static final String TABLES =
      """
      create table accounts (
        id          bigserial primary key,
        version     bigint         not null default 1,
        amount      numeric(12, 2) not null,
        updated_at  timestamptz    not null default clock_timestamp(),
        deleted_at  timestamptz
      );
      create table entries (
        account_id  bigint         not null,
        line        int            not null,
        version     bigint         not null default 1,
        amount      numeric(12, 2) not null,
        updated_at  timestamptz    not null default clock_timestamp(),
        deleted_at  timestamptz,
        primary key (account_id, line)
      );
      create table rates (
        id          text primary key,
        version     bigint         not null default 1,
        amount      numeric(12, 2) not null
      );
      create index on accounts (updated_at, id);
      create index on entries (updated_at, account_id, line);
      create function write_again() returns trigger language plpgsql as $$
      begin
        new.version := old.version + 1;
        new.updated_at := clock_timestamp();
        return new;
      end $$;
      create trigger write_again before update on accounts
        for each row execute function write_again();
      create trigger write_again before update on entries
        for each row execute function write_again();
      insert into accounts (amount) select i %% 1000 from generate_series(1, %1$d) i;
      insert into entries (account_id, line, amount)
        select 1 + i / 4, i %% 4, i %% 1000 from generate_series(0, %1$d - 1) i;
      insert into rates (id, amount) select 'R' || i, i from generate_series(1, 300) i;
      """;

  /** Key and look of every row, the deleted ones too. */
  private static final Map<String, String> ROWS =
      Map.of(
          "accounts",
          """
          select id::text, case when deleted_at is null then version || ' ' || amount else 'deleted' end
          from accounts""",
          "entries",
          """
          select format('{"account_id": %s, "line": %s}', account_id, line),
            case when deleted_at is null then version || ' ' || amount else 'deleted' end
          from entries""",
          "rates",
          "select id, version || ' ' || amount from rates");

  private final Database database;

  private Ledger(Database database) {
    this.database = database;
  }

  /**
   * Creates the tables.
   *
   * @param rows that the two large ones begin with
   */
  static Ledger create(Database database, int rows) throws SQLException {
    try (var connection = database.open();
        var statement = connection.createStatement()) {
      statement.execute(TABLES.formatted(rows));
    }
    return new Ledger(database);
  }

  Database database() {
    return database;
  }

  Map<String, String> rows(String table) throws SQLException {
    return rows(database, ROWS.get(table));
  }

  /** As a target without the deleted rows shows them. */
  Map<String, String> remaining(String table) throws SQLException {
    var rows = rows(table);
    rows.values().removeIf(DELETED::equals);
    return rows;
  }

  static Map<String, String> inTarget(Database target, String table) throws SQLException {
    return rows(target, "select id, concat(version, ' ', amount) from " + table);
  }

  private static Map<String, String> rows(Database database, String query) throws SQLException {
    try (var connection = database.open();
        var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      var rows = new TreeMap<String, String>();
      while (row.next()) {
        rows.put(row.getString(1), row.getString(2));
      }
      return rows;
    }
  }
}
