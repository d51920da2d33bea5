package io.syncline.connect.jdbc.source.config;

/** Choice of how finely times are carried. */
public enum TemporalPrecision {
  /** As Connect's Time and Timestamp, which every sink reads; finer digits are cut. */
  MILLIS,
  /**
   * Columns that hold finer times as counts of microseconds or as ISO text, under Debezium's names.
   */
  MICROS
}
