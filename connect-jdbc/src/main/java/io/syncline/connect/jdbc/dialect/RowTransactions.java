package io.syncline.connect.jdbc.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Access to the transactions that wrote rows, in a database whose rows name theirs.
 *
 * <p>Transactions are numbered in the order of their first write, and the numbers never come again.
 */
public interface RowTransactions {

  /** Number that is smaller than that of any transaction. */
  long FIRST = 0;

  /** Asks which transactions have not ended; answers for a moment after the clock was read. */
  Running running(Connection connection) throws SQLException;

  /** Condition that a row was written by a transaction or a later one; takes one parameter. */
  String writtenSince();

  /** What to select to have {@link #written} of a row. */
  String selection();

  /**
   * The transaction that wrote a row, if it was before another one and not ages ago; else one that
   * is smaller than any.
   */
  long written(long selected, long before);

  /** What {@link #writtenSince} takes for a transaction. */
  Object parameter(long transaction);

  /**
   * Transactions at one moment.
   *
   * @param clock the database's own
   * @param oldest first transaction that has not ended, whose rows and later ones' may be unseen
   * @param next number that the next transaction will get
   */
  record Running(Instant clock, long oldest, long next) {}
}
