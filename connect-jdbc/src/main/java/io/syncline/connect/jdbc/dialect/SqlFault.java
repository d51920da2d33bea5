package io.syncline.connect.jdbc.dialect;

import java.sql.SQLException;

/**
 * Verdict on what a database complained about.
 *
 * @param passing whether trying again later may help
 * @param reason the complaint with its SQL state, without the row's values
 */
public record SqlFault(boolean passing, String reason) {

  public static SqlFault of(Dialect dialect, SQLException exception) {
    var passing = false;
    var root = exception;
    for (Throwable each : exception) {
      if (each instanceof SQLException fault) {
        passing |= dialect.isTransient(fault);
        root = fault;
      }
    }
    return new SqlFault(passing, describe(dialect, root));
  }

  private static String describe(Dialect dialect, SQLException fault) {
    return "SQL state %s, code %d: %s"
        .formatted(fault.getSQLState(), fault.getErrorCode(), dialect.reason(fault));
  }
}
