package io.syncline.connect.jdbc.sink.config;

/** Policy for fields that a table has no column for. */
public enum SchemaEvolution {
  /** The task fails with the reason. */
  EXCEPTION,
  /** The column is added. */
  EVOLVE,
  /** The field is left out. */
  IGNORE
}
