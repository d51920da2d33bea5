package io.syncline.connect.jdbc.dialect;

/**
 * Step on the way to rows that are inserted or updated; each is for the rows that are not done yet.
 */
public sealed interface UpsertStep {

  /** Runs once for each row; those that it touched are done. */
  record Write(BoundSql sql) implements UpsertStep {}

  /** Rows whose key is in the table are done, and stay as they are. */
  record LeaveExisting(RowShape shape) implements UpsertStep {}
}
