package io.syncline.connect.jdbc.source.reading.page;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.connect.source.SourceRecord;

/** Reading of one table, page after page, over one connection. */
public interface TableReader extends AutoCloseable {

  /** The next rows; empty when there are none now. */
  Page read(Connection connection) throws SQLException;

  /**
   * Counts the rows that wait behind the last page.
   *
   * @return empty when they cannot be counted
   */
  default OptionalLong behind(Connection connection) throws SQLException {
    return OptionalLong.empty();
  }

  /**
   * Tells that somebody has changed the table: where the change has to wait for other transactions,
   * the next readings say so.
   */
  default void expectChange() {}

  @Override
  void close() throws SQLException;

  /**
   * Outcome of one reading.
   *
   * @param next what the reader asks for
   * @param endsWhole whether readers of the topic should see what was read so far, and may stop
   *     here
   */
  record Page(List<SourceRecord> records, Next next, boolean endsWhole) {
    public Page(List<SourceRecord> records, Next next) {
      this(records, next, next != Next.SAME_TABLE);
    }
  }

  /** Choice of what follows a page. */
  enum Next {
    /** The connection is in the middle of a result set: nobody else may use it. */
    SAME_TABLE,
    /** There is more, but others may come first. */
    SOON,
    /** The table was read to its end, but an expected change waits for other transactions. */
    HELD_UP,
    /** The table was read to its end. */
    AFTER_PAUSE,
    /** This reader waits for others; that says nothing of the table. */
    IDLE,
    /** This reader has nothing more to do, ever. */
    FINISHED;

    public boolean atEnd() {
      return this == HELD_UP || this == AFTER_PAUSE;
    }

    /** Whether it is of no use to read again at once. */
    public boolean rests() {
      return atEnd() || this == IDLE;
    }
  }
}
