package io.syncline.connect.jdbc.source.reading.increment;

import io.syncline.connect.jdbc.dialect.RowTransactions;
import io.syncline.connect.jdbc.source.reading.page.RecordPages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;

/** Note of the last transaction of which a row of a cycle was read. */
final class TransactionNote implements RecordPages.Note {
  private static final String READ = "read.transaction";

  private final RowTransactions transactions;
  private final Cycle cycle;
  private long last;

  /**
   * @param last transaction of which a row was read before
   */
  TransactionNote(RowTransactions transactions, Cycle cycle, long last) {
    this.transactions = transactions;
    this.cycle = cycle;
    this.last = last;
  }

  /**
   * @return one smaller than any when none is noted
   */
  static long last(Map<String, ?> offset) {
    var last = offset.get(READ);
    return last == null ? RowTransactions.FIRST : Long.parseLong(last.toString());
  }

  long last() {
    return last;
  }

  @Override
  public Consumer<Map<String, String>> of(ResultSet row, int index) throws SQLException {
    var written = transactions.written(row.getLong(index), cycle.until().transaction());
    last = Math.max(last, written);
    var noted = last;
    return offset -> offset.put(READ, Long.toString(noted));
  }
}
