package io.syncline.connect.jdbc.sink.config;

/** Way of writing a row. */
public enum InsertMode {
  /** A row of that key must not be there. */
  INSERT,
  /** Inserts or updates. */
  UPSERT,
  /** Changes rows that are there, ignores others. */
  UPDATE
}
