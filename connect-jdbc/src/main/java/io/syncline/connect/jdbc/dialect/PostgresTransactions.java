package io.syncline.connect.jdbc.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/**
 * Transactions of PostgreSQL, by the hidden column {@code xmin}.
 *
 * <p>The column holds the lower 32 bits of a number, so it is compared by distance: what lies less
 * than 2^31 ahead is later. The server keeps unfrozen rows within that distance.
 */
final class PostgresTransactions implements RowTransactions {
  private static final long LOWER_32_BITS = 0xFFFF_FFFFL;
  private static final long HALF = 1L << 31;

  /**
   * The statement's time is taken before its snapshot. The snapshot's end is the number behind the
   * last one that has ended, which younger ones in progress are beyond; an age is counted from the
   * number that is given out next.
   */
  private static final String RUNNING =
      "SELECT statement_timestamp(), txid_snapshot_xmin(s), txid_snapshot_xmax(s)"
          + " + age((txid_snapshot_xmax(s) & 4294967295)::text::xid)"
          + " FROM txid_current_snapshot() AS s";

  /** Numbers up to 2 mark rows older than any transaction that is remembered. */
  private static final String WRITTEN_SINCE =
      "(xmin::text::bigint > 2 AND ((xmin::text::bigint - ?) & 4294967295) < 2147483648)";

  @Override
  public Running running(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(RUNNING)) {
      row.next();
      return new Running(
          row.getObject(1, OffsetDateTime.class).toInstant(), row.getLong(2), row.getLong(3));
    }
  }

  @Override
  public String writtenSince() {
    return WRITTEN_SINCE;
  }

  @Override
  public String selection() {
    return "xmin::text::bigint";
  }

  @Override
  public long written(long selected, long before) {
    var distance = (before - selected) & LOWER_32_BITS;
    return distance == 0 || distance >= HALF ? FIRST : before - distance;
  }

  @Override
  public Object parameter(long transaction) {
    return transaction & LOWER_32_BITS;
  }
}
