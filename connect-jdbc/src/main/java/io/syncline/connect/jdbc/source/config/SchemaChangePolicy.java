package io.syncline.connect.jdbc.source.config;

/** Choice of what to do about a column that changed in a way that readers cannot take. */
public enum SchemaChangePolicy {
  /** Read the table no more; its other columns may depend on this one. */
  STOP,
  /** Leave the column out until the task starts anew. */
  IGNORE_COLUMN,
  /** Send it all the same: readers do not care, or are made ready. */
  CARRY
}
