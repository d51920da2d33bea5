package io.syncline.connect.jdbc.dialect;

import java.net.SocketTimeoutException;
import java.sql.SQLException;

/**
 * Verdict on what a database complained about.
 *
 * @param reason the complaint with its SQL state, without the row's values
 */
public record SqlFault(Kind kind, String reason) {
  private static final String OVERTIME = "; query.timeout.ms says how long it may take to answer";

  /** Choice of what to do about it. */
  public enum Kind {
    /** It may pass by itself: try again later. */
    PASSING,
    /** One row is wrong: the others can be written. */
    OF_ROW,
    /** A column got no value: the row is wrong, or the table wants more than records have. */
    NO_VALUE,
    /** Somebody must put it right. */
    LASTING
  }

  public static SqlFault of(Dialect dialect, SQLException exception) {
    var passing = false;
    var ofRow = false;
    var noValue = false;
    var overtime = false;
    var root = exception;
    for (Throwable each : exception) {
      if (each instanceof SQLException fault) {
        passing |= dialect.isTransient(fault);
        ofRow |= dialect.isOfRow(fault);
        noValue |= dialect.isNoValue(fault);
        overtime |= dialect.isOvertime(fault);
        root = fault;
      }
      overtime |= isSilence(each);
    }
    return new SqlFault(
        kind(passing, ofRow, noValue), describe(dialect, root) + (overtime ? OVERTIME : ""));
  }

  /** Not so when there was nobody to connect to. */
  private static boolean isSilence(Throwable each) {
    return each instanceof SocketTimeoutException
        && String.valueOf(each.getMessage()).startsWith("Read");
  }

  public boolean passing() {
    return kind == Kind.PASSING;
  }

  private static Kind kind(boolean passing, boolean ofRow, boolean noValue) {
    if (passing) {
      return Kind.PASSING;
    }
    if (noValue) {
      return Kind.NO_VALUE;
    }
    return ofRow ? Kind.OF_ROW : Kind.LASTING;
  }

  private static String describe(Dialect dialect, SQLException fault) {
    return "SQL state %s, code %d: %s"
        .formatted(
            fault.getSQLState(), fault.getErrorCode(), withoutFullStop(dialect.reason(fault)));
  }

  private static String withoutFullStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
