package io.syncline.connect.jdbc.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * Oldest transaction of InnoDB, by its list of transactions.
 *
 * <p>The server shows an old list to everybody as long as anybody asks more often than every 100
 * ms. So the question carries a mark, and the answer counts only if the list knows of the question:
 * it shows the statement that each transaction is executing, this one's too.
 */
final class InnoDbOldestTransaction implements OldestTransaction {
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final int PRIVILEGE_NEEDED = 1227;

  /**
   * The list shows whole seconds, cut, in the session's time zone, which is UTC. Transactions that
   * are declared read only, as other tasks' are, will not write.
   */
  private static final String QUESTION =
      "SELECT /* %s */ MAX(trx_mysql_thread_id = CONNECTION_ID() AND trx_query LIKE '%%%1$s%%'),"
          + " COALESCE(MIN(CASE WHEN trx_is_read_only = 0"
          + " AND trx_mysql_thread_id <> CONNECTION_ID() THEN trx_started END), UTC_TIMESTAMP(6)) FROM information_schema.innodb_trx";

  @Override
  public Duration pause() {
    return PAUSE;
  }

  @Override
  public Answer ask(Connection connection) throws SQLException {
    connection.rollback();
    try (var statement = connection.createStatement()) {
      // Makes this a transaction that the list shows.
      statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT");
      try (var row = statement.executeQuery(QUESTION.formatted(UUID.randomUUID()))) {
        row.next();
        var fresh = row.getBoolean(1);
        var moment = row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        return fresh ? new Began(moment) : new Stale();
      }
    } catch (SQLException e) {
      if (e.getErrorCode() == PRIVILEGE_NEEDED) {
        return new Denied("GRANT PROCESS ON *.* TO the connection's user");
      }
      throw e;
    } finally {
      connection.rollback();
    }
  }
}
