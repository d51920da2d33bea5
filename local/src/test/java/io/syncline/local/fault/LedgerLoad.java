package io.syncline.local.fault;

import io.syncline.local.crm.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/** Writers of a ledger, until they are told to stop; they come back when the database does. */
final class LedgerLoad {

  private static final int WRITERS = 2;
  private static final long PAUSE_NANOS = 8_000_000;

  /** Each line is one transaction; `%d` is a random number, `%s` one of the large tables. */
  private static final List<String> WRITES =
      List.of(
          "update accounts set amount = %1$d where id = 1 + %1$d %% 2000 and deleted_at is null",
          "update entries set amount = %1$d where account_id = %1$d %% 500 and deleted_at is null",
          "update accounts set amount = -amount where id between %1$d %% 2000 and %1$d %% 2000 + 9 and deleted_at is null",
          "begin; update accounts set amount = -1 where id = 1 + %1$d %% 2000; rollback",
          "insert into accounts (amount) select %1$d from generate_series(1, 3)",
          """
          insert into entries (account_id, line, amount)
          select a.id, l, %1$d from (select max(id) id from accounts) a, generate_series(1, 3) l
          on conflict do nothing""",
          """
          update accounts set deleted_at = clock_timestamp()
          where id = (select max(id) - %1$d %% 100 from accounts) and deleted_at is null""",
          """
          update entries set deleted_at = clock_timestamp()
          where account_id = %1$d and line = %1$d %% 4 and deleted_at is null""",
          "update rates set amount = %1$d %% 1000, version = version + 1 where id = 'R' || %1$d %% 300");

  private final Database database;
  private final List<CompletableFuture<Integer>> writers;
  private volatile boolean stopped;

  private LedgerLoad(Database database, long seed) {
    this.database = database;
    writers =
        LongStream.range(0, WRITERS)
            .mapToObj(n -> CompletableFuture.supplyAsync(() -> write(new Random(seed + n))))
            .toList();
  }

  static LedgerLoad on(Ledger ledger, long seed) {
    return new LedgerLoad(ledger.database(), seed);
  }

  /** How many transactions were committed. */
  int stop() {
    stopped = true;
    return writers.stream().mapToInt(CompletableFuture::join).sum();
  }

  private int write(Random random) {
    var written = 0;
    while (!stopped) {
      try (var connection = database.open()) {
        while (!stopped) {
          write(connection, random);
          written++;
          LockSupport.parkNanos(PAUSE_NANOS);
        }
      } catch (SQLException e) {
        // The server was killed: what it had committed stands in its tables, and that is asked.
        LockSupport.parkNanos(50 * PAUSE_NANOS);
      }
    }
    return written;
  }

  private static void write(Connection connection, Random random) throws SQLException {
    var sql = WRITES.get(random.nextInt(WRITES.size()));
    try (var statement = connection.createStatement()) {
      statement.execute(sql.formatted(random.nextInt(1_000_000)));
    }
  }
}
